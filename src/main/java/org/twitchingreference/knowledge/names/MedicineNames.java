package org.twitchingreference.knowledge.names;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.clinical.Code;

/**
 * The names and brands of ingredients, in lower case and without accents, found in a text
 * as whole words.
 */
public final class MedicineNames {

	private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

	private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

	private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");

	private static final Pattern ENDING = Pattern.compile("[aeo]$");

	/**
	 * Words with fewer letters are compared as they are spelled: too many of them are
	 * alike.
	 */
	private static final int SHORTEST = 6;

	private static final Pattern BEGINS_WITH_NO = Pattern.compile("(?:no|not|none)\\b.*");

	private final PhraseFinder<Set<Code>> names;

	private final PhraseFinder<Boolean> noUse;

	/**
	 * Takes the codes of the ingredients by their names, and the words that say that a
	 * medicine is not in use, all written as {@link #words}.
	 */
	public MedicineNames(Map<String, Set<Code>> names, Set<String> noUse) {
		this.noUse = new PhraseFinder<>(
				noUse.stream().collect(Collectors.toUnmodifiableMap((words) -> words, (words) -> true)));
		Map<String, Set<Code>> spelled = new HashMap<>();
		names.forEach(
				(name, codes) -> spelled.computeIfAbsent(spelled(name), (key) -> new LinkedHashSet<>()).addAll(codes));
		this.names = new PhraseFinder<>(spelled);
	}

	/**
	 * The words in one spelling for those that languages use of an international name:
	 * furosemida, hidroclorotiazida, omeprazol.
	 */
	private static String spelled(String words) {
		return Stream.of(words.split(" "))
			.map((word) -> (word.length() < SHORTEST) ? word : spelledWord(word))
			.collect(Collectors.joining(" "));
	}

	private static String spelledWord(String word) {
		String plain = word.replace("ph", "f").replace("th", "t").replace("ch", "c").replace('y', 'i');
		return ENDING.matcher(DOUBLED.matcher(plain).replaceAll("$1")).replaceAll("");
	}

	/**
	 * The ingredients whose name or brand stands as whole words in the text. Of names
	 * that begin at the same word, the longest counts: gabapentin enacarbil is not
	 * gabapentin.
	 */
	public Set<Code> in(String text) {
		Set<Code> found = new LinkedHashSet<>();
		this.names.in(spelled(words(text))).forEach(found::addAll);
		return found;
	}

	/** Whether a text says by its own words that the medicine may not be in use. */
	public boolean saysNotInUse(String text) {
		String words = words(text);
		return BEGINS_WITH_NO.matcher(words).matches() || !this.noUse.in(words).isEmpty();
	}

	/** The text in lower case without accents: letters and digits, single spaces. */
	public static String words(String text) {
		boolean plain = text.chars().allMatch((letter) -> letter < 128);
		return plain ? plainWords(text) : foreignWords(text);
	}

	/** A fast path for ASCII letters, which are all that most names have. */
	private static String plainWords(String text) {
		StringBuilder words = new StringBuilder(text.length());
		boolean between = false;
		for (int at = 0; at < text.length(); at++) {
			char letter = text.charAt(at);
			if (Character.isLetterOrDigit(letter)) {
				words.append((between && !words.isEmpty()) ? " " : "").append(Character.toLowerCase(letter));
				between = false;
			}
			else {
				between = true;
			}
		}
		return words.toString();
	}

	private static String foreignWords(String text) {
		String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
		return BETWEEN.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
	}

}
