package org.twitchingreference.assess.input;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One line by its number from 1, or a whole document; one that was too long holds only
 * its beginning.
 */
final class Line implements Input.Content {

	/** White space of JSON (RFC 8259, 2). */
	private static final String BLANKS = " \t\r\n";

	private final int number;

	private final byte[] text;

	private final boolean tooLong;

	Line(int number, byte[] text, boolean tooLong) {
		this.number = number;
		this.text = text;
		this.tooLong = tooLong;
	}

	int number() {
		return this.number;
	}

	static UnusableInputException tooLarge() {
		return new UnusableInputException("It is larger than " + (Lines.MOST_BYTES >> 20)
				+ " MB; leave out what is no laboratory result, medicine or problem.");
	}

	@Override
	public byte[] bytes() {
		if (this.tooLong) {
			throw tooLarge();
		}
		return this.text;
	}

	boolean isBlank() {
		return !this.tooLong
				&& IntStream.range(0, this.text.length).allMatch((at) -> BLANKS.indexOf(this.text[at]) >= 0);
	}

	/** Whether it is a resource by itself, and not an entry within one. */
	boolean isResource() {
		return parses(
				(parser) -> parser.nextToken() == JsonToken.START_OBJECT && "resourceType".equals(parser.nextName()))
				&& isWhole();
	}

	/** Whether it is one JSON object and nothing else; one that is too long may be. */
	boolean isWhole() {
		return this.tooLong || parses((parser) -> parser.nextToken() == JsonToken.START_OBJECT
				&& parser.skipChildren().currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null);
	}

	/** Whether the check succeeds before anything turns out not to be JSON in UTF-8. */
	private boolean parses(Predicate<JsonParser> check) {
		Reader reader = new InputStreamReader(new ByteArrayInputStream(this.text), StandardCharsets.UTF_8);
		try (JsonParser parser = BundleShape.JSON.createParser(reader)) {
			return check.test(parser);
		}
		catch (JacksonException ex) {
			return false;
		}
	}

}
