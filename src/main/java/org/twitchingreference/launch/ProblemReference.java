package org.twitchingreference.launch;

import java.util.UUID;

/**
 * What a page about a problem shows, so that whoever is asked for help finds the line of
 * the log.
 */
public final class ProblemReference {

	/**
	 * * Long enough to find one line of a log, and short enough to read out on the phone.
	 */
	private static final int LENGTH = 8;

	private ProblemReference() {
	}

	/** The next one; it says nothing. */
	public static String next() {
		return UUID.randomUUID().toString().substring(0, LENGTH);
	}

}
