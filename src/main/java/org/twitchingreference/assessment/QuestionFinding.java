package org.twitchingreference.assessment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.twitchingreference.assessment.criteria.AnswerStatus;
import org.twitchingreference.knowledge.Question;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Urgency;

/**
 * A bedside question and what was answered: the patient's age, on which its wording
 * depends; whether it is about red flags; the title of the red flag for which it is the
 * first question; whether that red flag is raised already; whether it asks for a sign
 * that is only context for a cause; the answer; and how urgent the rules it decides would
 * be if it were answered yes.
 */
public record QuestionFinding(Question question, OptionalInt age, boolean aboutRedFlags, Optional<String> redFlag,
		boolean charted, boolean sign, AnswerStatus asked, Urgency ifYes) {

	public String id() {
		return this.question.id();
	}

	/** The question as it is asked of this patient. */
	public String text() {
		return this.question.text(this.age);
	}

	/** The same in two or three words. */
	public String label() {
		return this.question.label(this.age);
	}

	public List<Source> sources() {
		return this.question.sources();
	}

	/**
	 * Whether it is still to be asked: nobody has answered it, and the chart does not
	 * raise its red flag by itself.
	 */
	public boolean isOpen() {
		return !this.charted && this.asked.state() != AnswerStatus.State.ANSWERED;
	}

	/** Whether, according to the chart, nobody has asked about this red flag yet. */
	public boolean leavesRedFlagOpen() {
		return this.redFlag.isPresent() && isOpen();
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "QuestionFinding[" + id() + "]";
	}

}
