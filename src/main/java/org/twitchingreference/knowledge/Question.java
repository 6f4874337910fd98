package org.twitchingreference.knowledge;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.clinical.Code;

/**
 * One bedside question (an item of the Questionnaire): its stable id, its words, what
 * kind of answer it takes, the answers to choose from (codes with their words), the UCUM
 * unit of an amount, the ids of the rules it can decide, and its sources.
 */
public record Question(String id, String text, Kind kind, List<Option> options, Optional<String> unit,
		List<String> decides, List<Source> sources) {

	public Question {
		options = List.copyOf(options);
		decides = List.copyOf(decides);
		sources = List.copyOf(sources);
	}

	/** Whether the code is one of the answers to choose from. */
	public boolean offers(Code code) {
		return this.options.stream().anyMatch((option) -> option.code().equals(code));
	}

	/** What kind of answer a question takes. */
	public enum Kind {

		YES_NO, CHOICE, AMOUNT

	}

	/** One answer to choose. */
	public record Option(Code code, String text) {

	}

}
