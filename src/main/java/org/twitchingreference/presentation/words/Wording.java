package org.twitchingreference.presentation.words;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fits texts of the chart and of the knowledge into sentences without changing a word.
 */
public final class Wording {

	private static final String SENTENCE_ENDS = ".?!";

	private Wording() {
	}

	/**
	 * As inside a sentence: "Low potassium" becomes lower case, "ALS" stays as it is.
	 */
	public static String within(String text) {
		return isWord(text) ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
	}

	/**
	 * A name as laboratories list it, as inside a sentence: "Calcium, total" is "total
	 * calcium".
	 */
	public static String spoken(String name) {
		int comma = name.indexOf(", ");
		boolean turns = comma > 0 && name.indexOf(' ', comma + 2) < 0;
		return turns ? name.substring(comma + 2) + " " + within(name.substring(0, comma)) : within(name);
	}

	/**
	 * As at the start of a sentence: "in use" becomes "In use", "eGFR" stays as it is.
	 */
	public static String first(String text) {
		return isWord(text) ? Character.toUpperCase(text.charAt(0)) + text.substring(1) : text;
	}

	/**
	 * Joins sentences by a space and fragments by a semicolon; a question stands alone.
	 */
	public static String oneLine(List<String> texts) {
		StringBuilder line = new StringBuilder();
		for (String text : texts.stream().filter((one) -> !one.isBlank()).distinct().toList()) {
			boolean begins = line.isEmpty() || isEnded(line) || text.endsWith("?");
			line.append(line.isEmpty() ? "" : isEnded(line) ? " " : begins ? ". " : "; ")
				.append(begins ? first(text) : text);
		}
		return line.toString();
	}

	/** Each fragment as a sentence of its own, none twice, none empty. */
	public static String sentences(Stream<String> fragments) {
		return fragments.map(String::strip)
			.filter((fragment) -> !fragment.isEmpty())
			.map((fragment) -> first(fragment) + (isEnded(fragment) ? "" : "."))
			.distinct()
			.collect(Collectors.joining(" "));
	}

	public static String sentences(List<String> fragments) {
		return sentences(fragments.stream());
	}

	public static String sentences(String... fragments) {
		return sentences(Stream.of(fragments));
	}

	private static boolean isEnded(CharSequence text) {
		return SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
	}

	private static boolean isWord(String text) {
		return text.startsWith("A ") || (text.length() > 1 && Character.isLowerCase(text.charAt(1)));
	}

}
