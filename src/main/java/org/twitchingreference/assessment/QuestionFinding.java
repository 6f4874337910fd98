package org.twitchingreference.assessment;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.criteria.Asked;
import org.twitchingreference.knowledge.Source;

/**
 * A bedside question and what was answered: its id and words, whether it is about red
 * flags, the title of the red flag that it is the first to ask for, whether a red flag
 * that it can decide is raised already, whether it asks for a sign that only adds context
 * to a cause, and its sources.
 */
public record QuestionFinding(String id, String text, boolean aboutRedFlags, Optional<String> redFlag, boolean charted,
		boolean sign, Asked asked, List<Source> sources) {

	public QuestionFinding {
		sources = List.copyOf(sources);
	}

	/**
	 * Whether it is still to be asked: nobody answered, and the chart does not say it.
	 */
	public boolean isOpen() {
		return !this.charted && this.asked.state() != Asked.State.ANSWERED;
	}

	/** Whether nobody has asked for this red flag yet, as far as the chart tells. */
	public boolean leavesRedFlagOpen() {
		return this.redFlag.isPresent() && isOpen();
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "QuestionFinding[" + this.id + "]";
	}

}
