package org.twitchingreference.mapping.json;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The elements of resources that charts need: their names, and name prefixes of those
 * that end with a type.
 */
public record ChartElements(Set<String> names, List<String> choices) {

	/** Fields of any resource that decide whether it is read. */
	private static final List<String> OF_ALL = List.of("id", "implicitRules", "modifierExtension");

	/** What a report holds that is looked at as a result, not as a study. */
	private static final Set<String> OF_RESULTS = Set.of("result", "category", "presentedForm", "conclusion",
			"conclusionCode");

	private static final List<String> WITHIN = List.of("resourceType", "contained", "meta");

	private static final Map<String, List<String>> FIELDS = Map.ofEntries(
			Map.entry("Patient", List.of("identifier", "name", "birthDate", "gender")),
			Map.entry("Observation",
					List.of("status", "code", "subject", "category", "effective", "issued", "value", "dataAbsentReason",
							"interpretation", "note", "referenceRange", "component", "hasMember", "focus", "specimen",
							"bodySite")),
			Map.entry("Specimen", List.of("status", "type", "condition", "note")),
			Map.entry("MedicationRequest",
					List.of("status", "subject", "intent", "doNotPerform", "medication", "authoredOn",
							"dosageInstruction", "dispenseRequest")),
			Map.entry("MedicationStatement",
					List.of("status", "subject", "medication", "effective", "dosage", "taken")),
			Map.entry("MedicationAdministration", List.of("status", "subject", "medication", "effective", "dosage")),
			Map.entry("MedicationDispense",
					List.of("status", "subject", "medication", "whenPrepared", "whenHandedOver", "daysSupply",
							"dosageInstruction")),
			Map.entry("Medication", List.of("status", "code", "form", "ingredient")),
			Map.entry("Condition",
					List.of("clinicalStatus", "verificationStatus", "code", "subject", "onset", "abatement",
							"recordedDate")),
			Map.entry("ServiceRequest",
					List.of("status", "code", "subject", "intent", "doNotPerform", "occurrence", "authoredOn")),
			Map.entry("NutritionOrder", List.of("status", "patient", "intent", "dateTime", "oralDiet")),
			Map.entry("DiagnosticReport",
					List.of("status", "category", "code", "subject", "effective", "issued", "result", "presentedForm",
							"conclusion", "conclusionCode")),
			Map.entry("Procedure", List.of("status", "code", "subject", "performed")),
			Map.entry("AllergyIntolerance",
					List.of("clinicalStatus", "verificationStatus", "category", "code", "patient", "recordedDate",
							"reaction")),
			Map.entry("FamilyMemberHistory", List.of("status", "patient", "relationship", "condition")),
			Map.entry("List", List.of("status", "code", "title", "subject", "entry", "emptyReason")),
			Map.entry("Composition", List.of("status", "subject", "section")),
			Map.entry("OperationOutcome", List.of("issue")),
			Map.entry("QuestionnaireResponse", List.of("status", "subject", "questionnaire", "authored", "item")));

	/** Resources that are contained in others and read there, or reported to be there. */
	static final Set<String> CONTAINED = Set.of("Medication", "Specimen", "Observation", "Condition",
			"MedicationRequest", "MedicationStatement", "MedicationAdministration", "MedicationDispense",
			"AllergyIntolerance");

	/** The choice elements: the field's name is followed by a type. */
	private static final Set<String> CHOICES = Set.of("effective", "value", "medication", "onset", "abatement",
			"occurrence", "performed");

	private static final Map<String, ChartElements> BY_TYPE = FIELDS.entrySet()
		.stream()
		.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, (of) -> ChartElements.of(of.getValue().stream())));

	private static final ChartElements OF_OTHERS = ChartElements.of(Stream.of());

	/** Of a resource whose type is not known yet. */
	static final ChartElements OF_ANY = ChartElements.of(FIELDS.values().stream().flatMap(List::stream));

	private static ChartElements of(Stream<String> names) {
		Set<String> all = Stream.of(OF_ALL.stream(), WITHIN.stream(), names)
			.flatMap((some) -> some)
			.collect(Collectors.toUnmodifiableSet());
		return new ChartElements(all, all.stream().filter(CHOICES::contains).toList());
	}

	/** Whether a chart needs the element, whose name may end with its type. */
	boolean hold(String field) {
		return this.names.contains(field) || this.choices.stream().anyMatch(field::startsWith);
	}

	static ChartElements of(String type) {
		return BY_TYPE.getOrDefault(type, OF_OTHERS);
	}

	/** Whether charts are made of resources of the type. */
	static boolean areOf(String type) {
		return FIELDS.containsKey(type);
	}

	/** The elements of the type that a chart needs, to request from a server. */
	public static List<String> requested(String type) {
		return Stream
			.concat(Stream.of("id", "meta", "implicitRules", "modifierExtension"),
					FIELDS.getOrDefault(type, List.of())
						.stream()
						.filter((field) -> !type.equals("DiagnosticReport") || !OF_RESULTS.contains(field)))
			.toList();
	}

}
