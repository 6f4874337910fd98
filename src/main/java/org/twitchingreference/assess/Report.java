package org.twitchingreference.assess;

/** Writes down one assessment. */
interface Report {

	/** The whole document with its last line break. */
	String of(Assessed assessed);

}
