package org.twitchingreference.assess;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * One line by its number from 1, or a whole document; one that was too long holds only
 * its beginning.
 */
final class Line implements Input.Content {

	private static final Pattern RESOURCE = Pattern.compile("\\{\\s*\"resourceType\"");

	private static final int START = 100;

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
		return !this.tooLong && skipBlanks(0) == this.text.length;
	}

	/** Whether it is a resource by itself, and not an entry within one. */
	boolean isResource() {
		String start = new String(this.text, 0, Math.min(this.text.length, START), StandardCharsets.UTF_8);
		return RESOURCE.matcher(start).lookingAt() && isWhole();
	}

	/** Whether it is one JSON object by its brackets. */
	boolean isWhole() {
		int start = skipBlanks(0);
		return this.tooLong || (start < this.text.length && this.text[start] == '{'
				&& skipBlanks(endOfBrackets(start)) == this.text.length);
	}

	private int skipBlanks(int start) {
		int at = start;
		while (at < this.text.length && isBlank(this.text[at])) {
			at++;
		}
		return at;
	}

	/** Where the bracket that opens here is closed; beyond the end where it never is. */
	private int endOfBrackets(int start) {
		int depth = 0;
		for (int at = start; at < this.text.length; at++) {
			byte letter = this.text[at];
			if (letter == '"') {
				at = endOfString(at);
			}
			else if (letter == '{' || letter == '[') {
				depth++;
			}
			else if (letter == '}' || letter == ']') {
				depth--;
				if (depth == 0) {
					return at + 1;
				}
			}
		}
		return this.text.length + 1;
	}

	private int endOfString(int start) {
		int end = start + 1;
		while (end < this.text.length && this.text[end] != '"') {
			end += (this.text[end] == '\\') ? 2 : 1;
		}
		return end;
	}

	private static boolean isBlank(byte letter) {
		return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
	}

}
