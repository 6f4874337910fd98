package org.twitchingreference.assessment;

import java.util.Locale;

/** What the chart says of one cause. */
public enum Verdict {

	/** The chart holds evidence for it now. */
	MET,
	/** Recent valid data, or a completely read list, argues against it. */
	NOT_MET,
	/** Missing, stale, unreadable, refused or undecidable; always with its reasons. */
	UNKNOWN,
	/** Only the bedside can tell. */
	ASK;

	/** As in JSON and in the pages' marks: "not-met". */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
