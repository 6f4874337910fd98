package org.twitchingreference.mapping.json;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Nulls that FHIR puts into an array of texts where a text has only extensions, and the
 * arrays with these extensions (the "_" twin, R4, 2.6.2.3), which nobody reads. HAPI
 * takes both for damage.
 */
final class ArrayPadding {

	private ArrayPadding() {
	}

	/** Whether a null is in it, which may be padding. */
	static boolean isIn(ArrayNode array) {
		for (int at = 0; at < array.size(); at++) {
			if (array.get(at).isNull()) {
				return true;
			}
		}
		return false;
	}

	/** Removes the twins, and from their fields the nulls. */
	static void removeFrom(ObjectNode object) {
		List<String> names = new ArrayList<>(0);
		object.properties()
			.stream()
			.filter((field) -> field.getValue() instanceof ArrayNode array
					&& (field.getKey().startsWith("_") || isPadded(array)))
			.forEach((field) -> names.add(field.getKey()));
		for (String name : names) {
			if (!name.startsWith("_") && object.get(name) instanceof ArrayNode array) {
				array.removeIf(JsonNode::isNull);
			}
			if (name.startsWith("_") || object.get(name).isEmpty()) {
				object.remove(name);
			}
		}
	}

	/** Nulls among texts, or alone. */
	private static boolean isPadded(ArrayNode array) {
		return array.valueStream().anyMatch(JsonNode::isNull)
				&& array.valueStream().allMatch((item) -> item.isNull() || item.isTextual());
	}

}
