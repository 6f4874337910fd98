package org.twitchingreference.assessment;

/**
 * Where a reading lies, the range it was told by, and in words by what, or why it is
 * open.
 */
record Judgement(Side side, String range, String why) {

	/** The sides of a range, and what a comparator may leave of them. */
	enum Side {

		BELOW, WITHIN, ABOVE, NOT_BELOW, NOT_ABOVE, OPEN

	}

}
