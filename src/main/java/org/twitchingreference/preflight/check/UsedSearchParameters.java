package org.twitchingreference.preflight.check;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.twitchingreference.fhir.Dialect;
import org.twitchingreference.fhir.Dialect.DatePrefix;
import org.twitchingreference.fhir.Dialect.Observations.By;
import org.twitchingreference.registration.EhrRegistration;

/**
 * The search parameters that reading a chart uses with a registration's dialect, by
 * resource type.
 */
final class UsedSearchParameters {

	private static final String PATIENT = "patient";

	private UsedSearchParameters() {
	}

	/**
	 * Only for types that the scopes allow to be read and the dialect does not exclude.
	 */
	static Map<String, Set<String>> of(EhrRegistration registration) {
		Dialect dialect = registration.dialect();
		Map<String, Set<String>> asked = new LinkedHashMap<>();
		asked.put("Patient", Set.of());
		asked.put("Observation", observations(dialect));
		asked.put("Condition",
				dialect.conditions().categories().isEmpty() ? Set.of(PATIENT) : Set.of(PATIENT, "category"));
		dialect.medications().from().forEach((type) -> asked.put(type, Set.of(PATIENT)));
		asked.computeIfPresent("MedicationRequest", (type, parameters) -> orders(dialect));
		List.of("ServiceRequest", "DiagnosticReport", "Procedure", "AllergyIntolerance")
			.forEach((type) -> asked.put(type, Set.of(PATIENT)));
		asked.keySet()
			.removeIf((type) -> !dialect.offers(type)
					|| registration.scopes().stream().noneMatch((scope) -> ScopeCheck.reads(scope, type)));
		return asked;
	}

	private static Set<String> observations(Dialect dialect) {
		Set<String> parameters = new LinkedHashSet<>(Set.of(PATIENT));
		By by = dialect.observations().by();
		if (by != By.CATEGORY) {
			parameters.add("code");
		}
		if (by == By.CATEGORY || by == By.BOTH) {
			parameters.add("category");
		}
		if (dialect.datePrefix() != DatePrefix.NONE) {
			parameters.add("date");
		}
		if (!dialect.observations().statuses().isEmpty()) {
			parameters.add("status");
		}
		return parameters;
	}

	private static Set<String> orders(Dialect dialect) {
		Set<String> parameters = new LinkedHashSet<>(Set.of(PATIENT));
		if (!dialect.medications().statuses().isEmpty()) {
			parameters.add("status");
		}
		if (!dialect.medications().intents().isEmpty()) {
			parameters.add("intent");
		}
		if (Boolean.TRUE.equals(dialect.medications().filteredByUpdate())) {
			parameters.add("_lastUpdated");
		}
		return parameters;
	}

	/** The field of launch-config that says that this parameter is used. */
	static String field(String type, String parameter) {
		return switch (type + "." + parameter) {
			case "Observation.code", "Observation.category" -> "dialect.observations.by";
			case "Observation.status" -> "dialect.observations.statuses";
			case "Observation.date" -> "dialect.date-prefix";
			case "Condition.category" -> "dialect.conditions.categories";
			case "MedicationRequest.status" -> "dialect.medications.statuses";
			case "MedicationRequest.intent" -> "dialect.medications.intents";
			case "MedicationRequest._lastUpdated" -> "dialect.medications.filtered-by-update";
			default -> "dialect.unsupported";
		};
	}

}
