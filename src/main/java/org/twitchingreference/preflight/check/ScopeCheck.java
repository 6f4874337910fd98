package org.twitchingreference.preflight.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.text.similarity.LevenshteinDistance;
import org.twitchingreference.registration.EhrRegistration;

/**
 * Checks whether the scopes are ones that servers know, and whether they suffice to read
 * a chart.
 */
public final class ScopeCheck implements FileCheck {

	/** The types that are read, the first two of which no chart can do without. */
	static final List<String> TYPES = List.of("Patient", "Observation", "Condition", "MedicationRequest", "Medication",
			"ServiceRequest", "DiagnosticReport", "Procedure", "AllergyIntolerance");

	static final Pattern RESOURCE = Pattern
		.compile("(?<who>patient|user|system)/(?<type>[^.?]+)\\.(?<permission>read|write|\\*|c?r?u?d?s?)(?:\\?.*)?");

	private static final Pattern SHAPED = Pattern.compile("[^/]+/[^.]+\\..+");

	/** Types that are read if a registration says so, or that fhirUser may point to. */
	private static final Set<String> ALSO = Set.of("*", "MedicationStatement", "MedicationAdministration",
			"MedicationDispense", "Practitioner", "PractitionerRole", "Person", "Encounter", "QuestionnaireResponse");

	private static final Set<String> WORDS = Set.of("launch", "launch/patient", "launch/encounter", "openid",
			"fhirUser", "profile", "online_access", "offline_access");

	private static final int MOST_SLIPS = 3;

	@Override
	public void check(EhrRegistration registration, RegistrationFindings findings) {
		List<String> written = List.copyOf(registration.scopes());
		List<String> scopes = IntStream.range(0, written.size())
			.mapToObj((i) -> meant(written.get(i), "scopes[" + i + "]", findings))
			.toList();
		TYPES.stream().filter((type) -> registration.dialect().offers(type)).forEach((type) -> {
			if (scopes.stream().noneMatch((scope) -> reads(scope, type))) {
				missing(type, findings);
			}
		});
		if (!findings.hasErrorsAt("scopes")) {
			findings.ok("scopes", "scopes");
		}
	}

	private static void missing(String type, RegistrationFindings findings) {
		if (TYPES.indexOf(type) < 2) {
			findings.error("scope-missing", "scopes", type);
		}
		else {
			findings.warning("scope-left-out", "scopes", type);
		}
	}

	/** The scope or, if it is misspelt, the one that was probably meant. */
	private static String meant(String scope, String field, RegistrationFindings findings) {
		Matcher resource = RESOURCE.matcher(scope);
		boolean isOfType = resource.matches();
		String type = isOfType ? resource.group("type") : "";
		if (WORDS.contains(scope) || scope.startsWith("messaging/") || TYPES.contains(type) || ALSO.contains(type)) {
			return scope;
		}
		Optional<String> nearest = isOfType ? nearest(type, Stream.concat(TYPES.stream(), ALSO.stream()))
			.map((known) -> scope.replace("/" + type + ".", "/" + known + ".")) : nearest(scope, WORDS.stream());
		nearest.ifPresentOrElse((known) -> findings.error("scope-misspelt", field, scope, known),
				() -> strange(scope, field, isOfType, findings));
		return nearest.orElse(scope);
	}

	/**
	 * A scope that is not known and resembles none: an error if it has the shape of a
	 * resource scope, else only a warning.
	 */
	private static void strange(String scope, String field, boolean isOfType, RegistrationFindings findings) {
		if (!isOfType && SHAPED.matcher(scope).matches()) {
			findings.error("scope-malformed", field, scope);
		}
		else {
			findings.warning("scope-not-used", field, scope);
		}
	}

	private static Optional<String> nearest(String word, Stream<String> known) {
		return known.filter((other) -> slips(other, word) <= Math.min(MOST_SLIPS, word.length() / 3))
			.min(Comparator.comparingInt((String other) -> slips(other, word)).thenComparing((other) -> other));
	}

	private static int slips(String one, String other) {
		return LevenshteinDistance.getDefaultInstance().apply(one, other);
	}

	static boolean reads(String scope, String type) {
		Matcher resource = RESOURCE.matcher(scope);
		return resource.matches() && (resource.group("type").equals("*") || resource.group("type").equals(type))
				&& resource.group("permission").matches("read|\\*|.*[rs].*");
	}

}
