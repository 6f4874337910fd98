package org.twitchingreference.knowledge;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.twitchingreference.clinical.Code;

/**
 * The names and brands of ingredients, each in lower case and without accents, and how
 * they are found in a text.
 */
public final class MedicineNames {

	private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

	private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

	private final Phrases<Set<Code>> names;

	/** Takes the codes of the ingredients by their names, written as {@link #words}. */
	public MedicineNames(Map<String, Set<Code>> names) {
		this.names = new Phrases<>(names);
	}

	/**
	 * The ingredients whose name or brand stands as whole words in the text. Of names
	 * that begin at the same word, the longest counts: gabapentin enacarbil is not
	 * gabapentin.
	 */
	Set<Code> in(String text) {
		Set<Code> found = new LinkedHashSet<>();
		this.names.in(words(text)).forEach(found::addAll);
		return found;
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
