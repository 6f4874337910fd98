package org.twitchingreference.preflight.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.twitchingreference.fhir.Dialect;
import org.twitchingreference.http.EhrAnswer;
import org.twitchingreference.http.EhrAnswer.Outcome;
import org.twitchingreference.http.EhrHttp;
import org.twitchingreference.registration.EhrRegistration.Environment;

import org.springframework.http.MediaType;
import org.springframework.web.util.UriUtils;

/**
 * Sends the searches by which charts are read, with _count=1, to servers that answer
 * without a token, and looks only at whether they are accepted. Servers of production are
 * never asked.
 */
public record QueryCheck(EhrHttp http) implements ServerCheck {

	/**
	 * The intents that EHRs accept which require that parameter; see
	 * launch-config/README.md.
	 */
	private static final String USUAL_INTENTS = "order,plan";

	private static final MediaType FHIR_JSON = MediaType.valueOf("application/fhir+json");

	@Override
	public void check(CheckedRegistration subject, RegistrationFindings findings) {
		if (subject.registration().environment() == Environment.PRODUCTION) {
			return;
		}
		EhrAnswer patients = get(subject, "/Patient?_count=1");
		Optional<String> patient = patients.isJson() ? PublicDocument.read(patients.json())
			.flatMap((bundle) -> bundle.list("entry").stream().findFirst())
			.flatMap((entry) -> entry.text("resource", "id")) : Optional.empty();
		if (patient.isEmpty()) {
			findings.ok("queries-not-tried", "");
			return;
		}
		Map<String, String> queries = queries(subject, UriUtils.encode(patient.get(), StandardCharsets.UTF_8));
		queries.forEach((type, query) -> ask(subject, type, query, findings));
	}

	private void ask(CheckedRegistration subject, String type, String query, RegistrationFindings findings) {
		EhrAnswer answer = get(subject, query);
		if (isRefused(answer) && type.equals("MedicationRequest")
				&& get(subject, with(query, USUAL_INTENTS)).isJson()) {
			findings.error("intents-refused", refusedField(type), wrongIntents(subject, query));
		}
		else if (isRefused(answer)) {
			findings.error("query-refused", refusedField(type), type);
		}
		else if (!answer.isJson()) {
			findings.warning("query-failed", "dialect.unsupported", type, FindingTexts.of(answer));
		}
		else {
			findings.ok("query", "", type);
		}
	}

	/**
	 * The configured intents that are refused on their own; all of them if none is;
	 * "none" if none is configured.
	 */
	private String wrongIntents(CheckedRegistration subject, String query) {
		List<String> written = subject.registration().dialect().medications().intents();
		List<String> wrong = written.stream().filter((intent) -> isRefused(get(subject, with(query, intent)))).toList();
		return written.isEmpty() ? "none" : String.join(", ", wrong.isEmpty() ? written : wrong);
	}

	private static String with(String query, String intents) {
		return query.replaceFirst("&intent=[^&]*", "") + "&intent=" + intents;
	}

	private static boolean isRefused(EhrAnswer answer) {
		return answer.outcome() == Outcome.REFUSED && answer.status() == 400;
	}

	private static Map<String, String> queries(CheckedRegistration subject, String patient) {
		Dialect dialect = subject.registration().dialect();
		return UsedSearchParameters.of(subject.registration())
			.entrySet()
			.stream()
			.filter((asked) -> asked.getValue().contains("patient"))
			.collect(Collectors.toMap(Map.Entry::getKey,
					(asked) -> "/" + asked.getKey() + "?patient=" + patient
							+ asked.getValue()
								.stream()
								.filter((name) -> !name.equals("patient"))
								.sorted()
								.map((name) -> value(asked.getKey(), name, dialect))
								.collect(Collectors.joining())
							+ "&_count=1"));
	}

	private static String value(String type, String parameter, Dialect dialect) {
		String values = switch (parameter) {
			case "code" -> "http://loinc.org%7C2823-3";
			case "date" -> dialect.datePrefix().name().toLowerCase(Locale.ROOT) + "2020-01-01";
			case "_lastUpdated" -> "ge2020-01-01";
			case "category" -> type.equals("Condition") ? dialect.conditions().categories().get(0) : "laboratory";
			case "intent" -> String.join(",", dialect.medications().intents());
			default -> String.join(",",
					type.equals("Observation") ? dialect.observations().statuses() : dialect.medications().statuses());
		};
		return "&" + parameter + "=" + values;
	}

	private static String refusedField(String type) {
		return switch (type) {
			case "Observation" -> "dialect.observations.by";
			case "Condition" -> "dialect.conditions.categories";
			case "MedicationRequest" -> "dialect.medications.intents";
			default -> "dialect.unsupported";
		};
	}

	private EhrAnswer get(CheckedRegistration subject, String query) {
		return this.http.get(subject.below(query), (headers) -> headers.setAccept(List.of(FHIR_JSON)));
	}

}
