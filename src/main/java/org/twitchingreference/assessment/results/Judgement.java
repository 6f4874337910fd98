package org.twitchingreference.assessment.results;

import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.clinical.Reason;

/**
 * Where a reading lies, the range it was told by, and how, or why it is open.
 */
public record Judgement(Side side, RangeUsed range, Reason why) {

	/** The sides of a range, and what a comparator may leave of them. */
	public enum Side {

		BELOW, WITHIN, ABOVE, NOT_BELOW, NOT_ABOVE, OPEN

	}

}
