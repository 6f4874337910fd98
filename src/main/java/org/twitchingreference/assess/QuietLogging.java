package org.twitchingreference.assess;

/** Keeps libraries from writing between the lines of this command. */
final class QuietLogging {

	private QuietLogging() {
	}

	/**
	 * Turns logging off: without a server nothing configures it, and it would write to
	 * standard output, including values of charts. The command itself reports what
	 * matters.
	 */
	static void libraries() {
		System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
		System.setProperty("slf4j.internal.verbosity", "ERROR");
	}

}
