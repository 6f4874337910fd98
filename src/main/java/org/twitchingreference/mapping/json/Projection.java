package org.twitchingreference.mapping.json;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.mapping.json.FilteredJson.Kept;

/**
 * A resource reduced to the fields that charts need, so that damage elsewhere in it
 * (narrative, identifiers, extensions) does not lose the resource, and its size costs no
 * time.
 */
public final class Projection {

	/** Fields of any resource that decide whether it is read. */
	private static final List<String> OF_ALL = List.of("id", "implicitRules", "modifierExtension");

	/** What a report holds that is looked at as a result, not as a study. */
	private static final Set<String> OF_RESULTS = Set.of("result", "category", "presentedForm", "conclusion",
			"conclusionCode");

	private static final List<String> WITHIN = List.of("resourceType", "contained", "meta");

	/** Fields that distinguish the versions of a resource. */
	private static final Set<String> OF_META = Set.of("versionId", "lastUpdated");

	/** Security labels of HL7's ObservationValue: parts were removed or masked. */
	private static final Set<String> WITHHELD = Set.of("REDACTED", "MASKED");

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

	private static final Map<String, Fields> BY_TYPE = FIELDS.entrySet()
		.stream()
		.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, (of) -> Fields.of(of.getValue().stream())));

	private static final Fields OF_OTHERS = Fields.of(Stream.of());

	private static final Fields OF_ANY = Fields.of(FIELDS.values().stream().flatMap(List::stream));

	/** What is kept of a resource before its type is known; it may be a Bundle. */
	static final Kept OF_RESOURCE = Projection::ofResource;

	private static final Kept OF_ENTRY = (property) -> switch (property) {
		case "fullUrl", "search", "item", "deleted" -> Kept.ALL;
		case "resource" -> OF_RESOURCE;
		default -> null;
	};

	/** A section without its narrative, which is not read. */
	private static final Kept OF_SECTION = (property) -> switch (property) {
		case "title", "code", "entry", "emptyReason" -> Kept.ALL;
		case "section" -> Projection.ofResource(property);
		default -> null;
	};

	/** What is kept of a Bundle. */
	static final Kept OF_BUNDLE = (property) -> switch (property) {
		case "resourceType", "total", "link", "meta" -> Kept.ALL;
		case "entry" -> OF_ENTRY;
		default -> null;
	};

	private Projection() {
	}

	/** A document without what is in it, which is not read. */
	private static final Kept OF_DOCUMENT = (property) -> property.equals("contentType") ? Kept.ALL : null;

	private static @Nullable Kept ofResource(String property) {
		if (property.equals("presentedForm")) {
			return OF_DOCUMENT;
		}
		if (property.equals("section")) {
			return OF_SECTION;
		}
		Kept ofBundle = OF_BUNDLE.of(property);
		return (ofBundle == null && OF_ANY.holds(property)) ? Kept.ALL : ofBundle;
	}

	/** Whether a label of the resource or Bundle says that something is withheld. */
	static boolean isWithheld(JsonNode resource) {
		return resource.path("meta")
			.path("security")
			.valueStream()
			.anyMatch((label) -> WITHHELD.contains(label.path("code").asText("")));
	}

	static boolean reads(String type) {
		return FIELDS.containsKey(type);
	}

	/** The elements of the type that a chart needs, to request from a server. */
	public static List<String> elements(String type) {
		return Stream
			.concat(Stream.of("id", "meta", "implicitRules", "modifierExtension"),
					FIELDS.getOrDefault(type, List.of())
						.stream()
						.filter((field) -> !type.equals("DiagnosticReport") || !OF_RESULTS.contains(field)))
			.toList();
	}

	/** What a chart needs of a resource of this type. */
	static ObjectNode of(String type, JsonNode resource) {
		Fields fields = BY_TYPE.getOrDefault(type, OF_OTHERS);
		ObjectNode kept = JsonNodeFactory.instance.objectNode();
		resource.properties().forEach((field) -> {
			if (fields.holds(field.getKey())) {
				kept.set(field.getKey(), switch (field.getKey()) {
					case "contained" -> contained(field.getValue());
					case "meta" -> meta(field.getValue());
					case "presentedForm" -> documents(field.getValue());
					default -> field.getValue();
				});
			}
		});
		if (kept.path("meta").isEmpty()) {
			kept.remove("meta");
		}
		return kept;
	}

	/** Damage in it affects only itself. */
	private static ObjectNode meta(JsonNode meta) {
		ObjectNode kept = JsonNodeFactory.instance.objectNode();
		meta.properties()
			.stream()
			.filter((field) -> OF_META.contains(field.getKey()) && field.getValue().isTextual())
			.forEach((field) -> kept.set(field.getKey(), field.getValue()));
		return kept;
	}

	/** That there is a document, whatever is said of it. */
	private static ArrayNode documents(JsonNode forms) {
		ArrayNode kept = JsonNodeFactory.instance.arrayNode();
		forms.valueStream()
			.filter(JsonNode::isObject)
			.limit(1)
			.forEach((form) -> kept.addObject()
				.put("contentType", form.path("contentType").asText("application/octet-stream")));
		return kept;
	}

	private static ArrayNode contained(JsonNode resources) {
		ArrayNode kept = JsonNodeFactory.instance.arrayNode();
		resources.valueStream()
			.filter((resource) -> CONTAINED.contains(resource.path("resourceType").asText("")))
			.forEach((resource) -> kept.add(of(resource.path("resourceType").asText(""), resource)));
		return kept;
	}

	/** Names of fields, and name prefixes of those that end with a type. */
	private record Fields(Set<String> names, List<String> choices) {

		static Fields of(Stream<String> names) {
			Set<String> all = Stream.of(OF_ALL.stream(), WITHIN.stream(), names)
				.flatMap((some) -> some)
				.collect(Collectors.toUnmodifiableSet());
			return new Fields(all, all.stream().filter(CHOICES::contains).toList());
		}

		boolean holds(String field) {
			return this.names.contains(field) || this.choices.stream().anyMatch(field::startsWith);
		}

	}

}
