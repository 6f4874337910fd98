package org.twitchingreference.knowledge.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Phrases that are looked for as whole words in a text. The text is read from left to
 * right; of phrases that begin at the same word the longest counts, and its words are
 * consumed.
 */
final class PhraseFinder<T> {

	private final Map<String, T> meanings;

	/** The first words of all phrases, by which most words of a text can be skipped. */
	private final Set<String> firstWords;

	private final int longest;

	/** Takes the phrases in lower case, their words separated by single spaces. */
	PhraseFinder(Map<String, T> meanings) {
		this.meanings = Map.copyOf(meanings);
		this.firstWords = meanings.keySet()
			.stream()
			.map((phrase) -> phrase.split(" ", 2)[0])
			.collect(Collectors.toUnmodifiableSet());
		this.longest = meanings.keySet().stream().mapToInt((phrase) -> phrase.split(" ").length).max().orElse(0);
	}

	/** The meanings of the phrases in the text, in their order there. */
	List<T> in(String text) {
		return in(text, (word) -> Optional.empty());
	}

	/**
	 * The same, and between them the meanings of words that are in no phrase, as far as
	 * {@code between} has any.
	 */
	List<T> in(String text, Function<String, Optional<T>> between) {
		String[] words = text.split(" ");
		List<T> found = new ArrayList<>(1);
		int from = 0;
		while (from < words.length) {
			int length = this.firstWords.contains(words[from]) ? Math.min(this.longest, words.length - from) : 0;
			while (length > 0 && !this.meanings.containsKey(phrase(words, from, length))) {
				length--;
			}
			if (length > 0) {
				found.add(this.meanings.get(phrase(words, from, length)));
			}
			else {
				between.apply(words[from]).ifPresent(found::add);
			}
			from += Math.max(length, 1);
		}
		return found;
	}

	private static String phrase(String[] words, int from, int length) {
		return String.join(" ", Arrays.asList(words).subList(from, from + length));
	}

}
