package org.twitchingreference.chart;

/** How the reading of one part ended. */
public enum ReadOutcome {

	/** Everything was read. */
	OK,
	/** Everything was read and there was nothing. */
	EMPTY,
	/** The EHR refused (401 or 403, or the scope was not granted). */
	REFUSED,
	/** The EHR failed, or its answer was not FHIR. */
	FAILED,
	/** Some of it was read, the rest was not. */
	TRUNCATED,
	/** It is still being read. */
	PENDING;

	/** Whether something not found in the part is absent from the chart. */
	public boolean isComplete() {
		return this == OK || this == EMPTY;
	}

}
