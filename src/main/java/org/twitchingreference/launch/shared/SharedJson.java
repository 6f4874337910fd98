package org.twitchingreference.launch.shared;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON that nodes share: the components of records, and a version number that stays
 * the same as long as older and newer nodes understand each other.
 */
final class SharedJson {

	private static final String VERSION = "v";

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.changeDefaultVisibility((visibility) -> visibility.withIsGetterVisibility(Visibility.NONE))
		.build();

	private SharedJson() {
	}

	static ObjectNode object(int version) {
		return JSON.createObjectNode().put(VERSION, version);
	}

	/** Empty if it has another version, or is not ours. */
	static Optional<ObjectNode> read(byte[] json, int version) {
		try {
			return (JSON.readTree(json) instanceof ObjectNode object && object.path(VERSION).asInt(0) == version)
					? Optional.of(object) : Optional.empty();
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	static byte[] bytes(ObjectNode json) {
		return JSON.writeValueAsBytes(json);
	}

	static JsonNode tree(Object value) {
		return JSON.valueToTree(value);
	}

	static <T> T value(JsonNode json, Class<T> type) {
		return JSON.treeToValue(json, type);
	}

}
