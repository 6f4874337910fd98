package org.twitchingreference.launch;

import java.util.UUID;

/**
 * The reference shown on a problem page, by which whoever is asked for help finds the
 * line of the log.
 */
public final class ProblemReference {

	/**
	 * Long enough to find one line of a log, and short enough to read out on the phone.
	 */
	private static final int LENGTH = 8;

	private ProblemReference() {
	}

	/** A new one, which carries no information. */
	public static String next() {
		return UUID.randomUUID().toString().substring(0, LENGTH);
	}

}
