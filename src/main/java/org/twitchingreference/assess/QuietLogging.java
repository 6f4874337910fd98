package org.twitchingreference.assess;

/** Keeps libraries from writing between the lines of this command. */
final class QuietLogging {

	private QuietLogging() {
	}

	/**
	 * Turns logging off: without a server nothing configures it, and it would write to
	 * standard output, values of charts among it. What matters is said by the command.
	 */
	static void libraries() {
		System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
		System.setProperty("slf4j.internal.verbosity", "ERROR");
	}

}
