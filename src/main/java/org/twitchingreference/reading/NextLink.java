package org.twitchingreference.reading;

import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The next link of a Bundle, found without parsing its entries. It is a guess that the
 * parsed Bundle has to confirm.
 */
final class NextLink {

	private static final JsonMapper JSON = JsonMapper.shared();

	private NextLink() {
	}

	static Optional<String> in(byte[] bundle) {
		try (JsonParser parser = JSON.createParser(bundle)) {
			parser.nextToken();
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				boolean links = parser.currentName().equals("link");
				parser.nextToken();
				if (links) {
					return next(parser.readValueAsTree());
				}
				parser.skipChildren();
			}
			return Optional.empty();
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	private static Optional<String> next(JsonNode links) {
		return links.valueStream()
			.filter((link) -> link.path("relation").asString("").equals("next"))
			.map((link) -> link.path("url").asString(""))
			.filter((url) -> !url.isBlank())
			.findFirst();
	}

}
