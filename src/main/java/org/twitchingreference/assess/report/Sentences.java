package org.twitchingreference.assess.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes sentences of the fragments in which findings are stated. */
final class Sentences {

	private static final String ENDS = ".?!";

	private Sentences() {
	}

	/** Each as a sentence, none twice, none empty. */
	static String of(Stream<String> fragments) {
		return fragments.map(String::strip)
			.filter((fragment) -> !fragment.isEmpty())
			.map(Sentences::sentence)
			.distinct()
			.collect(Collectors.joining(" "));
	}

	static String of(List<String> fragments) {
		return of(fragments.stream());
	}

	static String of(String... fragments) {
		return of(Stream.of(fragments));
	}

	private static String sentence(String fragment) {
		boolean ended = ENDS.indexOf(fragment.charAt(fragment.length() - 1)) >= 0;
		return first(fragment) + (ended ? "" : ".");
	}

	/** As at the start of a sentence; "eGFR" stays as it is. */
	static String first(String text) {
		return isWord(text) ? Character.toUpperCase(text.charAt(0)) + text.substring(1) : text;
	}

	/** As inside a sentence; "ALS" stays as it is. */
	static String within(String text) {
		return isWord(text) ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
	}

	/** "a", "a and b", "a, b and c". */
	static String list(List<String> words) {
		int last = words.size() - 1;
		return (last < 1) ? String.join("", words)
				: String.join(", ", words.subList(0, last)) + " and " + words.get(last);
	}

	private static boolean isWord(String text) {
		return text.startsWith("A ") || (text.length() > 1 && Character.isLowerCase(text.charAt(1)));
	}

}
