package org.twitchingreference.endtoend.nodes;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A patient whose name, result, medicine and problem are told from everybody else's
 * wherever they are shown; the id is the same as that of a patient elsewhere.
 */
record MarkedPatient(String id, int number) {

	/** What is anybody's mark, a user's too. */
	private static final Pattern MARK = Pattern.compile("Zq(?:name|pill|woe|user)\\d{3}x|2\\.9\\d{3}");

	/** All marks of anybody in the text. */
	static Set<String> marksIn(String text) {
		return MARK.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
	}

	/** Whoever signed in for the launch of this number. */
	static String user(int number) {
		return word("user", 100 + number % 900);
	}

	Set<String> marks() {
		return Set.of(word("name", 100 + this.number), word("pill", 100 + this.number), word("woe", 100 + this.number),
				potassium());
	}

	/** The chart's answer to a request for resources of the type. */
	String answer(String type, String query) {
		return switch (type) {
			case "Patient" -> """
					{ "resourceType": "Patient", "id": "%s", "name": [ { "family": "%s" } ], "gender": "female",
					  "birthDate": "1961-02-03" }""".formatted(this.id, word("name", 100 + this.number));
			case "Observation" ->
				(query.contains("2823-3") || query.contains("laboratory")) ? found(result()) : found("");
			case "MedicationRequest" -> found(order());
			case "Condition" -> found(problem());
			default -> found("");
		};
	}

	private String result() {
		return """
				{ "resourceType": "Observation", "id": "o%1$d", "status": "final", "effectiveDateTime": "%2$s",
				  "code": { "coding": [ { "system": "http://loinc.org", "code": "2823-3" } ] },
				  "category": [ { "coding": [ { "code": "laboratory",
				    "system": "http://terminology.hl7.org/CodeSystem/observation-category" } ] } ],
				  "valueQuantity": { "value": %3$s, "unit": "mmol/L", "code": "mmol/L",
				    "system": "http://unitsofmeasure.org" }, "subject": { "reference": "Patient/%4$s" } }"""
			.formatted(this.number, daysAgo(3), potassium(), this.id);
	}

	private String order() {
		return """
				{ "resourceType": "MedicationRequest", "id": "m%1$d", "status": "active", "intent": "order",
				  "authoredOn": "%2$s", "subject": { "reference": "Patient/%3$s" },
				  "medicationCodeableConcept": { "text": "%4$s", "coding": [ { "code": "4603",
				    "system": "http://www.nlm.nih.gov/research/umls/rxnorm" } ] } }""".formatted(this.number,
				daysAgo(90), this.id, word("pill", 100 + this.number));
	}

	private String problem() {
		return """
				{ "resourceType": "Condition", "id": "c%1$d", "recordedDate": "%2$s",
				  "clinicalStatus": { "coding": [ { "code": "active",
				    "system": "http://terminology.hl7.org/CodeSystem/condition-clinical" } ] },
				  "category": [ { "coding": [ { "code": "problem-list-item" } ] } ],
				  "code": { "text": "%3$s", "coding": [ { "system": "http://snomed.info/sct", "code": "86044005" } ] },
				  "subject": { "reference": "Patient/%4$s" } }""".formatted(this.number, daysAgo(30),
				word("woe", 100 + this.number), this.id);
	}

	private String potassium() {
		return "2.9" + (131 + 7 * this.number);
	}

	private static String word(String kind, int number) {
		return "Zq" + kind + number + "x";
	}

	private static String found(String resource) {
		String entries = resource.isEmpty() ? ""
				: "{ \"resource\": %s, \"search\": { \"mode\": \"match\" } }".formatted(resource);
		return "{ \"resourceType\": \"Bundle\", \"type\": \"searchset\", \"entry\": [ %s ] }".formatted(entries);
	}

	private static LocalDate daysAgo(int days) {
		return LocalDate.now(ZoneId.systemDefault()).minusDays(days);
	}

}
