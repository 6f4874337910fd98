package org.twitchingreference.knowledge;

import java.util.Optional;

/** A condition on a result of an analyte. */
public sealed interface ResultCriterion extends Criterion {

	/** How a result is looked at. */
	enum Comparison {

		/** Below, above or on either side of the reference range. */
		BELOW_RANGE, ABOVE_RANGE, OUTSIDE_RANGE,
		/** Reaches a named threshold of the analyte. */
		THRESHOLD,
		/** Whether there is a usable result in the window at all. */
		PRESENT

	}

	/**
	 * The newest valid result of an analyte within a number of days compares as stated.
	 */
	record ResultIs(Analyte analyte, int withinDays, Comparison comparison, Optional<Analyte.Threshold> threshold,
			Meaning meaning) implements ResultCriterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.result(this);
		}

	}

	/**
	 * A value of the analyte is critical in itself: on the given side or, without one, on
	 * any; confirmed or not as given or, without that, either.
	 */
	record ResultCritical(Analyte analyte, Optional<CriticalSide> side, Optional<Boolean> confirmed,
			Meaning meaning) implements ResultCriterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.critical(this);
		}

	}

	/** A side of the critical limits. */
	enum CriticalSide {

		LOW, HIGH

	}

	/**
	 * There is a usable result of the analyte within {@code hours} hours of the newest
	 * one of the other analyte, of which results count for {@code withinDays} days.
	 */
	record ResultNear(Analyte analyte, Analyte other, int withinDays, int hours,
			Meaning meaning) implements ResultCriterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.near(this);
		}

	}

}
