package org.twitchingreference.knowledge;

import java.util.List;

import org.twitchingreference.clinical.CodeSet;

/**
 * The chart says that the patient is pregnant: the newest answer to the questions about
 * pregnancy within {@code withinDays} days is yes; or a due date is ahead or has just
 * passed; or a test was positive, or a gestational age was recorded, in a pregnancy that
 * may still last; or the other condition holds. A no counts for fewer days, and against
 * these only if it is newer.
 */
public record PregnancyRecorded(CodeSet questions, int withinDays, Answers answers, DueDate due, Signs signs,
		Criterion otherwise, Meaning meaning) implements Criterion {

	@Override
	public List<Criterion> children() {
		return List.of(this.otherwise);
	}

	@Override
	public <R> R evaluate(Evaluation<R> evaluation) {
		return evaluation.pregnancy(this);
	}

	/**
	 * Which answers mean yes, which no (for {@code noDays} days), and which that it is
	 * not known.
	 */
	public record Answers(CodeSet yes, CodeSet no, int noDays, CodeSet open) {

	}

	/**
	 * The codes of pregnancy tests and gestational ages, and which results of a test are
	 * positive and which negative. A negative test excludes nothing.
	 */
	public record Signs(CodeSet codes, CodeSet positive, CodeSet negative) {

	}

	/**
	 * The codes of due dates, and how many days after it a birth may still be awaited.
	 */
	public record DueDate(CodeSet codes, int graceDays) {

	}

}
