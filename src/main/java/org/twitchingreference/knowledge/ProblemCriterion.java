package org.twitchingreference.knowledge;

import java.util.OptionalInt;

import org.twitchingreference.clinical.CodeSet;

/** A condition on the problem list, or on what is ordered for a problem. */
public sealed interface ProblemCriterion extends Criterion {

	/** The problems that are looked for. */
	CodeSet problems();

	/**
	 * An active problem of the set; with {@code withinDays} only if it was recorded that
	 * recently. With {@code lasting}, one that is listed as no longer active does not
	 * fail but leaves it open, because such a problem does not pass.
	 */
	record ProblemActive(CodeSet problems, OptionalInt withinDays, boolean lasting,
			Meaning meaning) implements ProblemCriterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.problem(this);
		}

	}

	/** An active order for something in the set, such as a fluid restriction. */
	record ProblemOrdered(CodeSet problems, Meaning meaning) implements ProblemCriterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.ordered(this);
		}

	}

	/** A problem of the set recorded at least twice, at least this many days apart. */
	record ProblemRepeated(CodeSet problems, int daysApart, Meaning meaning) implements ProblemCriterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.repeated(this);
		}

	}

}
