package org.twitchingreference.knowledge;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;

/**
 * One bedside question (an item of the Questionnaire): its stable id, its words, what
 * kind of answer it takes, the answers to choose from (codes with their words), the UCUM
 * unit of an amount, the ids of the rules it can decide, what of the chart is shown
 * beside it, and its sources.
 */
public record Question(String id, String text, Kind kind, List<Option> options, Optional<String> unit,
		List<String> decides, List<Recorded> recorded, List<Source> sources) {

	public Question {
		options = List.copyOf(options);
		decides = List.copyOf(decides);
		recorded = List.copyOf(recorded);
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

	/** Where in a chart something stands that a question is about. */
	public enum Place {

		SOCIAL_HISTORY, SCORE

	}

	/** What a chart may say of it in so many days, which never answers the question. */
	public record Recorded(CodeSet codes, Place place, int withinDays) {

	}

	/** One answer to choose. */
	public record Option(Code code, String text) {

	}

}
