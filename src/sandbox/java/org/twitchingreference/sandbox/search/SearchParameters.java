package org.twitchingreference.sandbox.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The resource types the sandbox serves and the search parameters of each. */
public final class SearchParameters {

	private static final SearchParameter SUBJECT = new ReferenceParameter("subject", "subject");

	private static final SearchParameter PATIENT_BY_SUBJECT = new ReferenceParameter("patient", "subject");

	private static final SearchParameter PATIENT = new ReferenceParameter("patient", "patient");

	private static final SearchParameter ENCOUNTER = new ReferenceParameter("encounter", "encounter");

	private static final SearchParameter CODE = new TokenParameter("code", "code");

	private static final SearchParameter CATEGORY = new TokenParameter("category", "category");

	private static final SearchParameter STATUS = new TokenParameter("status", "status");

	private static final SearchParameter INTENT = new TokenParameter("intent", "intent");

	private static final SearchParameter CLINICAL_STATUS = new TokenParameter("clinical-status", "clinicalStatus");

	private static final SearchParameter VERIFICATION_STATUS = new TokenParameter("verification-status",
			"verificationStatus");

	private static final SearchParameter IDENTIFIER = new TokenParameter("identifier", "identifier");

	private static final Map<String, List<SearchParameter>> BY_TYPE = Map.ofEntries(
			Map.entry("Patient", List.of(IDENTIFIER)), Map.entry("Practitioner", List.of(IDENTIFIER)),
			Map.entry("Medication", List.of(CODE, STATUS)),
			Map.entry("Observation", ofSubject(ENCOUNTER, CODE, CATEGORY, STATUS, date("date", "effective[x]"))),
			Map.entry("Condition",
					ofSubject(ENCOUNTER, CODE, CATEGORY, CLINICAL_STATUS, VERIFICATION_STATUS,
							date("onset-date", "onset[x]"), date("recorded-date", "recordedDate"))),
			Map.entry("MedicationRequest",
					ofSubject(ENCOUNTER, STATUS, INTENT, CATEGORY, new TokenParameter("code", "medication[x]"),
							date("authoredon", "authoredOn"), date("_lastUpdated", "meta"))),
			Map.entry("MedicationAdministration", ofSubject(STATUS, date("effective-time", "effective[x]"))),
			Map.entry("MedicationDispense", ofSubject(STATUS, date("whenhandedover", "whenHandedOver"))),
			Map.entry("MedicationStatement", ofSubject(STATUS, date("effective", "effective[x]"))),
			Map.entry("Encounter", ofSubject(STATUS, new TokenParameter("class", "class"), date("date", "period"))),
			Map.entry("DiagnosticReport", ofSubject(ENCOUNTER, CODE, CATEGORY, STATUS, date("date", "effective[x]"))),
			Map.entry("Procedure", ofSubject(ENCOUNTER, CODE, CATEGORY, STATUS, date("date", "performed[x]"))),
			Map.entry("ServiceRequest",
					ofSubject(ENCOUNTER, CODE, CATEGORY, STATUS, INTENT, date("authored", "authoredOn"))),
			Map.entry("AllergyIntolerance", List.of(PATIENT, CODE, CATEGORY, CLINICAL_STATUS, VERIFICATION_STATUS,
					date("date", "recordedDate"))));

	private SearchParameters() {
	}

	public static Set<String> types() {
		return BY_TYPE.keySet();
	}

	public static List<SearchParameter> of(String type) {
		return BY_TYPE.getOrDefault(type, List.of());
	}

	static Optional<SearchParameter> find(String type, String name) {
		return of(type).stream().filter((parameter) -> parameter.name().equals(name)).findFirst();
	}

	private static List<SearchParameter> ofSubject(SearchParameter... others) {
		return Stream.concat(Stream.of(PATIENT_BY_SUBJECT, SUBJECT), Stream.of(others)).toList();
	}

	private static SearchParameter date(String name, String element) {
		return new DateParameter(name, element);
	}

}
