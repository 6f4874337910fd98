package org.twitchingreference.assess.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The outline of one resource: which fields it has, and of which kind each is. */
final class ResourceFields {

	private final Map<String, JsonToken> kinds = new HashMap<>();

	private final Map<String, String> texts = new HashMap<>();

	private final List<String> profiles = new ArrayList<>();

	/** Reads the object that the parser has begun, to its end. */
	static ResourceFields of(JsonParser parser) {
		ResourceFields fields = new ResourceFields();
		for (String name = parser.nextName(); name != null; name = parser.nextName()) {
			parser.nextToken();
			fields.add(name, parser);
		}
		return fields;
	}

	/** Takes the field whose value the parser has begun. */
	void add(String name, JsonParser parser) {
		JsonToken kind = parser.currentToken();
		this.kinds.put(name, kind);
		if (kind == JsonToken.VALUE_STRING) {
			this.texts.put(name, parser.getString());
		}
		else if (kind == JsonToken.START_OBJECT && name.equals("meta")) {
			ResourceFields meta = of(parser);
			this.profiles.addAll(meta.profiles);
			meta.texts.forEach(this.texts::putIfAbsent);
		}
		else if (kind == JsonToken.START_ARRAY && name.equals("profile")) {
			profiles(parser);
		}
		else {
			parser.skipChildren();
		}
	}

	private void profiles(JsonParser parser) {
		for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
			if (item == JsonToken.VALUE_STRING) {
				this.profiles.add(parser.getString());
			}
			parser.skipChildren();
		}
	}

	boolean has(String name) {
		return this.kinds.containsKey(name);
	}

	boolean isObject(String name) {
		return this.kinds.get(name) == JsonToken.START_OBJECT;
	}

	boolean isText(String name) {
		return this.kinds.get(name) == JsonToken.VALUE_STRING;
	}

	/** The text, empty when there is none; of meta where the resource has none. */
	String text(String name) {
		return this.texts.getOrDefault(name, "");
	}

	/** The profiles that its meta names. */
	List<String> profiles() {
		return this.profiles;
	}

}
