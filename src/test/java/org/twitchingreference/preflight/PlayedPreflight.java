package org.twitchingreference.preflight;

import java.io.PrintStream;
import java.util.List;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** The command within the process of the tests, which go on to read their log. */
public final class PlayedPreflight {

	private PlayedPreflight() {
	}

	/** Its exit status. */
	public static int run(PrintStream out, PrintStream err, List<String> arguments) {
		try {
			return new PreflightCommand(out, err).check(arguments);
		}
		finally {
			// The command turns off the log of its process
			LoggingSystem.get(PlayedPreflight.class.getClassLoader())
				.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
		}
	}

}
