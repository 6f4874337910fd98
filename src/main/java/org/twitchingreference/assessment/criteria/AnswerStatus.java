package org.twitchingreference.assessment.criteria;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.facts.Evidence;

/**
 * Whether and how a bedside question was answered recently: the code of the answer
 * ("yes", "no" or that of a choice), the answers as evidence, and what the chart records
 * about the subject.
 */
public record AnswerStatus(State state, Optional<String> code, List<Evidence> answers,
		RecordedHabits.Records recorded) {

	/** For a question about which the chart records nothing. */
	public AnswerStatus(State state, Optional<String> code, List<Evidence> answers) {
		this(state, code, answers, RecordedHabits.Records.NOTHING);
	}

	public AnswerStatus {
		answers = List.copyOf(answers);
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "AnswerStatus[" + this.state + "]";
	}

	/** The state of a question. */
	public enum State {

		/** Nobody answered it within the days for which an answer counts. */
		NOT_ASKED,
		/** There are answers, but they are not understood or differ. */
		UNCLEAR,
		/** It was answered. */
		ANSWERED

	}

}
