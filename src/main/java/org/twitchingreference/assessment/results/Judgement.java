package org.twitchingreference.assessment.results;

import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.clinical.Reason;

/**
 * Where a reading lies, by which range and how, or why that is open; and whether it is
 * only just outside, which is weaker evidence.
 */
public record Judgement(Side side, RangeUsed range, Reason why, boolean justOutside) {

	Judgement(Side side, RangeUsed range, Reason why) {
		this(side, range, why, false);
	}

	/** The same for that reason. */
	Judgement with(Reason reason, boolean stillJustOutside) {
		return new Judgement(this.side, this.range, reason, stillJustOutside);
	}

	/** The sides of a range, and what a comparator may leave open. */
	public enum Side {

		BELOW, WITHIN, ABOVE, NOT_BELOW, NOT_ABOVE, OPEN

	}

}
