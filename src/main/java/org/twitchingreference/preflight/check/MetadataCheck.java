package org.twitchingreference.preflight.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.twitchingreference.fhir.Dialect;
import org.twitchingreference.fhir.Dialect.Medications.NamedBy;
import org.twitchingreference.http.EhrAnswer;
import org.twitchingreference.http.EhrAnswer.Outcome;
import org.twitchingreference.http.EhrHttp;
import org.twitchingreference.http.address.WebAddress;
import org.twitchingreference.registration.IssuerPattern;

import org.springframework.http.MediaType;

/**
 * Compares the CapabilityStatement with the dialect: types, parameters, formats,
 * includes.
 */
public record MetadataCheck(EhrHttp http) implements ServerCheck {

	private static final MediaType FHIR_JSON = MediaType.valueOf("application/fhir+json");

	@Override
	public void check(CheckedRegistration subject, RegistrationFindings findings) {
		EhrAnswer answer = this.http.get(subject.below("/metadata"),
				(headers) -> headers.setAccept(List.of(FHIR_JSON)));
		if (answer.status() == 406 || answer.status() == 415 || answer.outcome() == Outcome.NOT_JSON) {
			findings.error("json-refused", "iss", String.valueOf(answer.status()));
			return;
		}
		Optional<PublicDocument> statement = answer.isJson() ? PublicDocument.read(answer.json()) : Optional.empty();
		if (statement.isEmpty()) {
			findings.warning("metadata-missing", "iss", FindingTexts.of(answer));
			return;
		}
		check(subject, statement.get(), findings);
	}

	private static void check(CheckedRegistration subject, PublicDocument statement, RegistrationFindings findings) {
		String version = statement.text("fhirVersion").orElse("");
		findings.check(version.startsWith("4.0"), "iss", "fhir-version",
				(all) -> all.error(version.isEmpty() ? "fhir-version-not-said" : "fhir-version-other", "iss", version));
		statement.text("implementation", "url")
			.filter((named) -> !IssuerPattern.normalise(named).equals(subject.base()))
			.filter((named) -> hasPathOfTheBase(named, subject))
			.ifPresent((named) -> findings.warning("iss-other-spelling", "iss", named));
		Map<String, PublicDocument> types = new TreeMap<>();
		statement.list("rest")
			.stream()
			.flatMap((rest) -> rest.list("resource").stream())
			.forEach((resource) -> resource.text("type").ifPresent((type) -> types.putIfAbsent(type, resource)));
		if (types.isEmpty()) {
			findings.warning("metadata-without-types", "iss");
			return;
		}
		checkTypes(subject, types, findings);
	}

	/**
	 * Whether the address has the path of the FHIR base, so that it probably means the
	 * same server. Servers behind a proxy often name an internal address, which says
	 * nothing.
	 */
	private static boolean hasPathOfTheBase(String named, CheckedRegistration subject) {
		return WebAddress.parse(named)
			.filter((address) -> address.uri().getPath() != null && IssuerPattern.normalise(subject.base())
				.endsWith(IssuerPattern.normalise(address.uri().getPath())))
			.isPresent();
	}

	private static void checkTypes(CheckedRegistration subject, Map<String, PublicDocument> types,
			RegistrationFindings findings) {
		Dialect dialect = subject.registration().dialect();
		boolean all = true;
		for (Map.Entry<String, Set<String>> asked : UsedSearchParameters.of(subject.registration()).entrySet()) {
			String type = asked.getKey();
			if (!types.containsKey(type)) {
				findings.warning("type-not-offered", "dialect.unsupported", type);
				all = false;
				continue;
			}
			all &= checkParameters(type, asked.getValue(), types.get(type), findings);
		}
		Optional<PublicDocument> orders = Optional.ofNullable(types.get("MedicationRequest"));
		Set<String> includes = orders.map((type) -> type.words("searchInclude")).orElse(Set.of());
		if (dialect.medications().namedBy() == NamedBy.INCLUDE && !includes.isEmpty()
				&& !includes.contains("MedicationRequest:medication") && !includes.contains("*")) {
			findings.warning("include-not-offered", "dialect.medications.named-by");
			all = false;
		}
		if (all) {
			findings.ok("metadata", "dialect");
		}
	}

	private static boolean checkParameters(String type, Set<String> asked, PublicDocument offered,
			RegistrationFindings findings) {
		Set<String> known = offered.list("searchParam")
			.stream()
			.flatMap((parameter) -> parameter.text("name").stream())
			.collect(Collectors.toSet());
		List<String> missing = asked.stream().filter((name) -> !known.contains(name)).sorted().toList();
		if (known.isEmpty() || missing.isEmpty()) {
			return true;
		}
		missing.forEach((name) -> findings.warning("parameter-not-offered", UsedSearchParameters.field(type, name),
				type, name));
		return false;
	}

}
