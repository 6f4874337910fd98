package org.twitchingreference.assessment.criteria;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.facts.Evidence;

/**
 * Whether a bedside question was answered lately, and how: in one code ("yes", "no" or
 * that of an answer to choose) where it was answered, and as it was written; and what the
 * chart records of it, where nobody answered.
 */
public record Asked(State state, Optional<String> code, List<Evidence> answers, RecordedHabits.Found recorded) {

	/** Of a question of which the chart records nothing. */
	public Asked(State state, Optional<String> code, List<Evidence> answers) {
		this(state, code, answers, RecordedHabits.Found.NOTHING);
	}

	public Asked {
		answers = List.copyOf(answers);
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Asked[" + this.state + "]";
	}

	/** What became of a question. */
	public enum State {

		/** Nobody answered it within the days for which an answer counts. */
		NOT_ASKED,
		/** There are answers, and they are not understood or differ. */
		UNCLEAR,
		/** It was answered. */
		ANSWERED

	}

}
