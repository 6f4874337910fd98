package org.twitchingreference.clinical;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Translates the flag that a report prints beside a value ("CRITICAL LOW", "H") into a
 * code of HL7's ObservationInterpretation. The table is ConceptMap/flag-words; a flag
 * that is not in it is not understood.
 */
public final class FlagWords {

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}<>]+");

	private final Map<String, String> codesByWords;

	/** Takes the codes by the words that mean them, in lower case with single spaces. */
	public FlagWords(Map<String, String> codesByWords) {
		this.codesByWords = Map.copyOf(codesByWords);
	}

	/**
	 * The code that the flag means, in any case and spacing; empty where the table has
	 * none.
	 */
	public Optional<String> read(String written) {
		String words = BETWEEN_WORDS.matcher(written.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
		return Optional.ofNullable(this.codesByWords.get(words));
	}

}
