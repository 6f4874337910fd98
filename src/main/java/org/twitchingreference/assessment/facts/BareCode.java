package org.twitchingreference.assessment.facts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.twitchingreference.clinical.Code;

/** How to name an entry for which the chart has only a code: never by the code alone. */
public final class BareCode {

	private BareCode() {
	}

	/** The entry's name in words, otherwise its meaning followed by the code. */
	public static String named(String name, List<Code> codes, String meaning) {
		return (of(name, codes).isPresent() && !meaning.isBlank()) ? meaning + " (" + name + ")" : name;
	}

	/**
	 * The code, if the name is nothing but a code, also one without its dot; letters
	 * alone are a word.
	 */
	public static Optional<Code> of(String name, List<Code> codes) {
		boolean word = name.codePoints().noneMatch(Character::isDigit);
		return word ? Optional.empty()
				: codes.stream().filter((code) -> plain(code.code()).equals(plain(name))).findFirst();
	}

	private static String plain(String code) {
		return code.replace(".", "").toUpperCase(Locale.ROOT);
	}

}
