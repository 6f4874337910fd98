package org.twitchingreference.assessment.criteria;

import java.util.List;

import org.twitchingreference.assessment.facts.Evidence;

/** Whether a bedside question was answered lately, and how. */
public record Asked(State state, List<Evidence> answers) {

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
