package org.twitchingreference.chart;

/**
 * How the reading of a part, or of one query of it, ended: the outcome, and why it is not
 * complete in one sentence for the physician (empty when it is).
 */
record Ending(ReadOutcome outcome, String why) {

	static final Ending COMPLETE = new Ending(ReadOutcome.OK, "");

	/** The same reason when some of the part had been read before. */
	Ending afterSome() {
		return new Ending(ReadOutcome.TRUNCATED, "Only some of it was read. " + this.why);
	}

}
