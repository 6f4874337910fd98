package org.twitchingreference.chart;

import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A resource reduced to the fields a chart is made of, so that damage elsewhere in it
 * (narrative, identifiers, extensions) does not cost the resource.
 */
final class Projection {

	private static final Set<String> ALWAYS = Set.of("resourceType", "id", "implicitRules", "modifierExtension",
			"contained", "status", "code", "subject");

	private static final Map<String, Set<String>> FIELDS = Map.ofEntries(
			Map.entry("Patient", Set.of("name", "birthDate", "gender")),
			Map.entry("Observation",
					Set.of("category", "effective", "issued", "value", "dataAbsentReason", "interpretation", "note",
							"referenceRange", "component", "hasMember")),
			Map.entry("MedicationRequest",
					Set.of("intent", "doNotPerform", "medication", "authoredOn", "dosageInstruction",
							"dispenseRequest")),
			Map.entry("MedicationStatement", Set.of("medication", "effective", "dosage", "taken")),
			Map.entry("MedicationAdministration", Set.of("medication", "effective", "dosage")),
			Map.entry("MedicationDispense",
					Set.of("medication", "whenPrepared", "whenHandedOver", "daysSupply", "dosageInstruction")),
			Map.entry("Medication", Set.of("form", "ingredient")),
			Map.entry("Condition",
					Set.of("clinicalStatus", "verificationStatus", "onset", "abatement", "recordedDate")),
			Map.entry("ServiceRequest", Set.of("intent", "doNotPerform", "occurrence", "authoredOn")),
			Map.entry("DiagnosticReport", Set.of("effective", "issued")), Map.entry("Procedure", Set.of("performed")),
			Map.entry("AllergyIntolerance",
					Set.of("clinicalStatus", "verificationStatus", "category", "patient", "recordedDate", "reaction")),
			Map.entry("OperationOutcome", Set.of("issue")),
			Map.entry(Answers.TYPE, Set.of("questionnaire", "authored", "item")));

	/** What others hold and is read there. */
	private static final Set<String> CONTAINED = Set.of("Medication", "Observation");

	/** The choice elements: the field is the name with a type appended. */
	private static final Set<String> CHOICES = Set.of("effective", "value", "medication", "onset", "abatement",
			"occurrence", "performed");

	private Projection() {
	}

	static boolean reads(String type) {
		return FIELDS.containsKey(type);
	}

	static ObjectNode of(JsonNode resource) {
		Set<String> fields = FIELDS.getOrDefault(resource.path("resourceType").asString(""), Set.of());
		ObjectNode kept = JsonNodeFactory.instance.objectNode();
		resource.properties().forEach((field) -> {
			if (isKept(field.getKey(), fields)) {
				kept.set(field.getKey(),
						"contained".equals(field.getKey()) ? contained(field.getValue()) : field.getValue());
			}
		});
		return kept;
	}

	/**
	 * Whether the value is of a shape that FHIR never has and that HAPI passes over
	 * without a word: an empty object, or an array in an array.
	 */
	static boolean isMisshapen(JsonNode node) {
		if (node.isObject()) {
			return node.isEmpty() || node.valueStream().anyMatch(Projection::isMisshapen);
		}
		return node.isArray() && node.valueStream().anyMatch((item) -> item.isArray() || isMisshapen(item));
	}

	private static ArrayNode contained(JsonNode resources) {
		ArrayNode kept = JsonNodeFactory.instance.arrayNode();
		resources.valueStream()
			.filter((resource) -> CONTAINED.contains(resource.path("resourceType").asString("")))
			.forEach((resource) -> kept.add(of(resource)));
		return kept;
	}

	private static boolean isKept(String field, Set<String> fields) {
		return ALWAYS.contains(field) || fields.contains(field)
				|| fields.stream().anyMatch((name) -> CHOICES.contains(name) && field.startsWith(name));
	}

}
