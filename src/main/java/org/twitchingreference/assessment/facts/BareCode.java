package org.twitchingreference.assessment.facts;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.clinical.Code;

/** What to call an entry that the chart names by a code only: never the code alone. */
public final class BareCode {

	private BareCode() {
	}

	/** The entry's name in words, else what it means, with the code behind. */
	public static String named(String name, List<Code> codes, String meaning) {
		return (of(name, codes).isPresent() && !meaning.isBlank()) ? meaning + " (" + name + ")" : name;
	}

	/** The code that the name is and no more; one in letters alone is a word. */
	public static Optional<Code> of(String name, List<Code> codes) {
		boolean word = name.codePoints().noneMatch(Character::isDigit);
		return word ? Optional.empty()
				: codes.stream().filter((code) -> code.code().equalsIgnoreCase(name)).findFirst();
	}

}
