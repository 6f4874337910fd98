package org.twitchingreference.mapping.json;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.mapping.json.FilteredJson.PropertyFilter;

/**
 * A resource reduced to the fields that charts need, so that damage elsewhere in it
 * (narrative, identifiers, extensions) does not lose the resource, and its size costs no
 * time.
 */
public final class Projection {

	/** Fields that distinguish the versions of a resource. */
	private static final Set<String> OF_META = Set.of("versionId", "lastUpdated");

	/** Security labels of HL7's ObservationValue: parts were removed or masked. */
	private static final Set<String> WITHHELD = Set.of("REDACTED", "MASKED");

	/** What is kept of a resource before its type is known; it may be a Bundle. */
	static final PropertyFilter OF_RESOURCE = Projection::ofResource;

	private static final PropertyFilter OF_ENTRY = (property) -> switch (property) {
		case "fullUrl", "search", "item", "deleted" -> PropertyFilter.ALL;
		case "resource" -> OF_RESOURCE;
		default -> null;
	};

	/** A section without its narrative, which is not read. */
	private static final PropertyFilter OF_SECTION = (property) -> switch (property) {
		case "title", "code", "entry", "emptyReason" -> PropertyFilter.ALL;
		case "section" -> Projection.ofResource(property);
		default -> null;
	};

	/** What is kept of a Bundle. */
	static final PropertyFilter OF_BUNDLE = (property) -> switch (property) {
		case "resourceType", "total", "link", "meta" -> PropertyFilter.ALL;
		case "entry" -> OF_ENTRY;
		default -> null;
	};

	private Projection() {
	}

	/** What is kept of an attached document: its content type only. */
	private static final PropertyFilter OF_DOCUMENT = (property) -> property.equals("contentType") ? PropertyFilter.ALL
			: null;

	private static @Nullable PropertyFilter ofResource(String property) {
		if (property.equals("presentedForm")) {
			return OF_DOCUMENT;
		}
		if (property.equals("section")) {
			return OF_SECTION;
		}
		PropertyFilter ofBundle = OF_BUNDLE.of(property);
		return (ofBundle == null && ChartElements.OF_ANY.hold(property)) ? PropertyFilter.ALL : ofBundle;
	}

	/** Whether a label of the resource or Bundle says that something is withheld. */
	static boolean isWithheld(JsonNode resource) {
		return resource.path("meta")
			.path("security")
			.valueStream()
			.anyMatch((label) -> WITHHELD.contains(label.path("code").asText("")));
	}

	/** What a chart needs of a resource of this type. */
	static ObjectNode of(String type, JsonNode resource) {
		ChartElements elements = ChartElements.of(type);
		ObjectNode kept = JsonNodeFactory.instance.objectNode();
		resource.properties().forEach((field) -> {
			if (elements.hold(field.getKey())) {
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

	/**
	 * The version and time of change, as far as they are texts; damage in the rest of
	 * meta does not matter.
	 */
	private static ObjectNode meta(JsonNode meta) {
		ObjectNode kept = JsonNodeFactory.instance.objectNode();
		meta.properties()
			.stream()
			.filter((field) -> OF_META.contains(field.getKey()) && field.getValue().isTextual())
			.forEach((field) -> kept.set(field.getKey(), field.getValue()));
		return kept;
	}

	/** Keeps that there is a document, and its type; not the document. */
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
			.filter((resource) -> ChartElements.CONTAINED.contains(resource.path("resourceType").asText("")))
			.forEach((resource) -> kept.add(of(resource.path("resourceType").asText(""), resource)));
		return kept;
	}

}
