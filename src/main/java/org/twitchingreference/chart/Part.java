package org.twitchingreference.chart;

/** The parts of a chart that are read, each by queries of its own. */
public enum Part {

	PATIENT, LABORATORY, MEDICATIONS, PROBLEMS,
	/** Of the vital signs the body weight, which only doses are computed from. */
	VITAL_SIGNS

}
