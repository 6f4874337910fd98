package org.twitchingreference.mapping.element;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Text of the chart made safe to show: no control or direction-changing characters, no
 * repeated blanks, limited length. The EHR's text is never trusted.
 */
public final class ChartText {

	public static final int NAME = 200;

	public static final int NOTE = 1000;

	private static final Pattern UNPRINTABLE = Pattern
		.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\s]+");

	private ChartText() {
	}

	public static String name(@Nullable String text) {
		return bounded(text, NAME);
	}

	public static String bounded(@Nullable String text, int length) {
		if (text == null) {
			return "";
		}
		if (text.length() <= length && isPlain(text)) {
			return text;
		}
		// Cut first: a pattern over a megabyte of text is work for nothing
		String head = text.substring(0, Math.min(text.length(), 4 * length));
		String clean = UNPRINTABLE.matcher(head).replaceAll(" ").strip();
		return (clean.codePointCount(0, clean.length()) > length)
				? clean.substring(0, clean.offsetByCodePoints(0, length - 1)) + "…" : clean;
	}

	/**
	 * Printable ASCII and no more than single blanks within: nearly all text there is.
	 */
	private static boolean isPlain(String text) {
		char before = ' ';
		for (int at = 0; at < text.length(); at++) {
			char here = text.charAt(at);
			if (here < ' ' || here > '~' || (here == ' ' && before == ' ')) {
				return false;
			}
			before = here;
		}
		return before != ' ' || text.isEmpty();
	}

}
