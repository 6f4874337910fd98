package org.twitchingreference.chart;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * JSON as a tree of what somebody reads: the rest of an answer, often the most of it, is
 * passed over and never held. The trees are Jackson 2's, which HAPI's parser takes.
 */
final class KeptJson {

	/** As HAPI reads: amounts keep every digit they were written with. */
	private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

	private static final JsonFactory JSON = new JsonFactoryBuilder()
		.enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
		.build();

	private KeptJson() {
	}

	/** The document without what is not kept; throws when it is not JSON. */
	static JsonNode read(byte[] json, Kept kept) {
		try (JsonParser parser = JSON.createParser(json)) {
			if (parser.nextToken() == null) {
				return NODES.missingNode();
			}
			JsonNode root = value(parser, kept);
			if (parser.nextToken() != null) {
				throw notJson();
			}
			return root;
		}
		catch (IOException ex) {
			// The cause quotes the document: it stays here
			throw notJson();
		}
	}

	private static JsonNode value(JsonParser parser, Kept kept) throws IOException {
		return switch (parser.currentToken()) {
			case START_OBJECT -> object(parser, kept);
			case START_ARRAY -> array(parser, kept);
			case VALUE_STRING -> NODES.textNode(parser.getText());
			case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
			case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
			case VALUE_TRUE -> NODES.booleanNode(true);
			case VALUE_FALSE -> NODES.booleanNode(false);
			default -> NODES.nullNode();
		};
	}

	private static ObjectNode object(JsonParser parser, Kept kept) throws IOException {
		ObjectNode object = NODES.objectNode();
		while (parser.nextToken() != JsonToken.END_OBJECT) {
			String name = parser.currentName();
			Kept within = kept.of(name);
			parser.nextToken();
			if (within != null) {
				object.set(name, value(parser, within));
			}
			else {
				parser.skipChildren();
			}
		}
		return object;
	}

	private static ArrayNode array(JsonParser parser, Kept kept) throws IOException {
		ArrayNode array = NODES.arrayNode();
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			array.add(value(parser, kept));
		}
		return array;
	}

	private static UnusableBundleException notJson() {
		return new UnusableBundleException("This is not JSON.");
	}

	/** What is kept of an object, and of those in an array. */
	interface Kept {

		/** Everything. */
		Kept ALL = (property) -> Kept.ALL;

		/** What is kept of the property; null when nothing is. */
		@Nullable Kept of(String property);

	}

}
