package org.twitchingreference.mapping.json;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * JSON as a tree of only what is used; the rest of a response, often most of it, is
 * skipped and never held. The trees are Jackson 2's, which HAPI's parser accepts. HAPI
 * would write out a number such as 1e999999999 in full and exhaust the heap, so numbers
 * beyond any measurement are not kept as numbers. And it silently skips empty objects and
 * nested arrays, so that damage would look like absence; the document is marked if it has
 * such.
 */
final class FilteredJson {

	/** As HAPI reads: amounts keep every digit they were written with. */
	private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

	/**
	 * An overlong number is one number that is not kept; it does not make the document
	 * broken.
	 */
	private static final JsonFactory JSON = new JsonFactoryBuilder()
		.enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
		.streamReadConstraints(StreamReadConstraints.builder().maxNumberLength(Integer.MAX_VALUE).build())
		.build();

	private static final JsonNode NO_MEASUREMENT = NODES.textNode("?");

	private final JsonParser parser;

	private boolean suspicious;

	private FilteredJson(JsonParser parser) {
		this.parser = parser;
	}

	/** The document without what is not kept; throws when it is not JSON. */
	static Document read(byte[] json, PropertyFilter kept) {
		try (JsonParser parser = JSON.createParser(json)) {
			FilteredJson reader = new FilteredJson(parser);
			JsonNode root = (parser.nextToken() != null) ? reader.value(kept) : NODES.missingNode();
			if (parser.nextToken() != null) {
				throw notJson();
			}
			return new Document(root, reader.suspicious);
		}
		catch (IOException ex) {
			// The cause quotes the document: it stays here
			throw notJson();
		}
	}

	private JsonNode value(PropertyFilter kept) throws IOException {
		return switch (this.parser.currentToken()) {
			case START_OBJECT -> object(kept);
			case START_ARRAY -> array(kept);
			case VALUE_STRING -> text(this.parser.getText());
			case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> number();
			case VALUE_TRUE -> NODES.booleanNode(true);
			case VALUE_FALSE -> NODES.booleanNode(false);
			default -> NODES.nullNode();
		};
	}

	private ObjectNode object(PropertyFilter kept) throws IOException {
		ObjectNode object = NODES.objectNode();
		boolean empty = true;
		boolean padded = false;
		while (this.parser.nextToken() != JsonToken.END_OBJECT) {
			empty = false;
			String name = this.parser.currentName();
			PropertyFilter within = kept.of(name);
			this.parser.nextToken();
			if (within != null) {
				JsonNode value = value(within);
				padded |= value instanceof ArrayNode array && (name.startsWith("_") || ArrayPadding.isIn(array));
				object.set(name, value);
			}
			else {
				this.parser.skipChildren();
			}
		}
		this.suspicious |= empty;
		if (padded) {
			ArrayPadding.removeFrom(object);
		}
		return object;
	}

	private ArrayNode array(PropertyFilter kept) throws IOException {
		ArrayNode array = NODES.arrayNode();
		while (this.parser.nextToken() != JsonToken.END_ARRAY) {
			this.suspicious |= this.parser.currentToken() == JsonToken.START_ARRAY;
			array.add(value(kept));
		}
		return array;
	}

	private JsonNode number() throws IOException {
		if (UnsafeNumber.is(this.parser.getText())) {
			return NO_MEASUREMENT;
		}
		return (this.parser.currentToken() == JsonToken.VALUE_NUMBER_INT)
				? NODES.numberNode(this.parser.getBigIntegerValue()) : NODES.numberNode(this.parser.getDecimalValue());
	}

	/** A parser may take a text for the number that it is. */
	private static JsonNode text(String text) {
		return UnsafeNumber.is(text) ? NO_MEASUREMENT : NODES.textNode(text);
	}

	private static UnusableBundleException notJson() {
		return new UnusableBundleException("This is not JSON.");
	}

	/** What was kept, and whether it may contain something that HAPI skips silently. */
	record Document(JsonNode root, boolean suspicious) {

	}

	/** Which properties are kept of an object, and of the objects in an array. */
	interface PropertyFilter {

		/** Everything. */
		PropertyFilter ALL = (property) -> PropertyFilter.ALL;

		/** What is kept of the property; null when nothing is. */
		@Nullable PropertyFilter of(String property);

	}

}
