package org.twitchingreference.knowledge;

import java.util.OptionalInt;

import org.twitchingreference.clinical.CodeSet;

/** A condition on the problem list, or on what is ordered for a problem. */
public sealed interface ProblemCriterion extends Criterion {

	/** The problems that are looked for. */
	CodeSet problems();

	/**
	 * An active problem of the set, recorded within so many days where a window is given.
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
