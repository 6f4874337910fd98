package org.twitchingreference.assess.report;

/** Writes down one assessment. */
public interface AssessmentReport {

	/** The whole document with its last line break. */
	String of(Assessed assessed);

}
