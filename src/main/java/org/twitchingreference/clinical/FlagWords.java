package org.twitchingreference.clinical;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what reports say beside a value ("CRITICAL LOW", "H") into the codes of HL7's
 * ObservationInterpretation; what is not in the table is not understood.
 */
public final class FlagWords {

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}<>]+");

	private final Map<String, String> meant;

	/** Maps the words, in lower case with single spaces, to the codes. */
	public FlagWords(Map<String, String> meant) {
		this.meant = Map.copyOf(meant);
	}

	/** The code that is meant, empty when that is not certain. */
	public Optional<String> read(String written) {
		String words = BETWEEN_WORDS.matcher(written.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
		return Optional.ofNullable(this.meant.get(words));
	}

}
