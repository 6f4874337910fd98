package org.twitchingreference.presentation;

import java.util.List;

/**
 * Fits texts of the chart and of the knowledge into sentences without changing a word.
 */
final class Wording {

	private static final String SENTENCE_ENDS = ".?!";

	private Wording() {
	}

	/**
	 * As inside a sentence: "Low potassium" becomes lower case, "ALS" stays as it is.
	 */
	static String within(String text) {
		return isWord(text) ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
	}

	/**
	 * As at the start of a sentence: "in use" becomes "In use", "eGFR" stays as it is.
	 */
	static String first(String text) {
		return isWord(text) ? Character.toUpperCase(text.charAt(0)) + text.substring(1) : text;
	}

	/** Sentences one after the other, fragments with a semicolon between them. */
	static String oneLine(List<String> texts) {
		StringBuilder line = new StringBuilder();
		for (String text : texts.stream().filter((one) -> !one.isBlank()).distinct().toList()) {
			boolean begins = line.isEmpty() || SENTENCE_ENDS.indexOf(line.charAt(line.length() - 1)) >= 0;
			line.append(line.isEmpty() ? "" : begins ? " " : "; ").append(begins ? first(text) : text);
		}
		return line.toString();
	}

	private static boolean isWord(String text) {
		return text.length() > 1 && Character.isLowerCase(text.charAt(1));
	}

}
