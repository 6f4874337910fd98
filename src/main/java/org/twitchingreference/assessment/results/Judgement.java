package org.twitchingreference.assessment.results;

import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Analyte.Threshold;
import org.twitchingreference.knowledge.ResultCriterion.Comparison;

/**
 * On which side of its range a result lies, by which range, and how or why not; and
 * whether it is only just outside, which is weaker evidence.
 */
public record Judgement(Side side, RangeUsed range, Reason why, boolean justOutside) {

	Judgement(Side side, RangeUsed range, Reason why) {
		this(side, range, why, false);
	}

	/** The same for that reason. */
	Judgement with(Reason reason, boolean stillJustOutside) {
		return new Judgement(this.side, this.range, reason, stillJustOutside);
	}

	/** The same for a reading that reaches the threshold, whatever the range says. */
	public Judgement reaching(Threshold threshold) {
		return new Judgement(threshold.below() ? Side.BELOW : Side.ABOVE, this.range, this.why);
	}

	/** Whether the reading is outside its range as the comparison asks. */
	public Truth agrees(Comparison comparison) {
		boolean low = comparison != Comparison.ABOVE_RANGE;
		boolean high = comparison != Comparison.BELOW_RANGE;
		return switch (this.side) {
			case BELOW -> low ? Truth.HOLDS : Truth.FAILS;
			case ABOVE -> high ? Truth.HOLDS : Truth.FAILS;
			case WITHIN -> Truth.FAILS;
			case NOT_BELOW -> high ? Truth.OPEN : Truth.FAILS;
			case NOT_ABOVE -> low ? Truth.OPEN : Truth.FAILS;
			case OPEN -> Truth.OPEN;
		};
	}

	/** The sides of a range, and what a comparator may leave open. */
	public enum Side {

		BELOW, WITHIN, ABOVE, NOT_BELOW, NOT_ABOVE, OPEN;

		/** Whether the reading is certainly outside. */
		boolean isOutside() {
			return this == BELOW || this == ABOVE;
		}

	}

}
