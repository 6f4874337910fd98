package org.twitchingreference.startup;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.springframework.boot.convert.DurationStyle;

/**
 * A command that makes the keys of a file, or rotates them: "FILE [--after=DURATION |
 * --compromised]".
 *
 * @param usage what "--help" prints
 * @param shortest the shortest time that new keys may wait before they are used
 * @param shortestInWords the same in words, "an hour"
 * @param usual how long they wait if the command does not say
 * @param example the same as written in the option, "24h"
 * @param keys makes or rotates the keys of the file
 */
public record KeyRotationCommand(String usage, Duration shortest, String shortestInWords, Duration usual,
		String example, Keys keys) {

	/** The option by which all keys are replaced at once. */
	public static final String COMPROMISED = "--compromised";

	private static final String AFTER = "--after=";

	/** Runs with this process's own streams and gives the exit status. */
	public int run(List<String> arguments) {
		return run(arguments, new PrintStream(System.out, true, StandardCharsets.UTF_8),
				new PrintStream(System.err, true, StandardCharsets.UTF_8));
	}

	/**
	 * Prints a line for each key. The exit status is 0, or 2 when the keys could not be
	 * changed: one line says why.
	 */
	public int run(List<String> arguments, PrintStream out, PrintStream err) {
		if (arguments.contains("--help") || arguments.contains("-h")) {
			out.print(this.usage);
			return 0;
		}
		List<String> files = arguments.stream().filter((argument) -> !argument.startsWith("-")).toList();
		List<String> options = arguments.stream().filter((argument) -> argument.startsWith("-")).toList();
		if (files.size() != 1 || options.size() > 1) {
			err.print(this.usage);
			return 2;
		}
		try {
			this.keys.changed(Path.of(files.get(0)), after(options)).forEach(out::println);
			return 0;
		}
		catch (StartupException ex) {
			err.println(ex.sentence());
			return 2;
		}
	}

	private Optional<Duration> after(List<String> options) {
		return options.contains(COMPROMISED) ? Optional.empty()
				: Optional.of(options.stream().findFirst().map(this::duration).orElse(this.usual));
	}

	private Duration duration(String option) {
		try {
			Duration given = DurationStyle.detectAndParse(option.replaceFirst("^" + AFTER, ""));
			if (option.startsWith(AFTER) && given.compareTo(this.shortest) >= 0) {
				return given;
			}
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			// Refused below
		}
		throw new UnusableOptionException("Give " + AFTER + "DURATION of " + this.shortestInWords + " or more, such as "
				+ AFTER + this.example + ", or " + COMPROMISED + ".");
	}

	/** Makes or rotates the keys of a file. */
	@FunctionalInterface
	public interface Keys {

		/**
		 * Returns the keys afterwards, in words, one line each.
		 * @param after how long new keys wait before they are used; empty: the keys are
		 * in wrong hands, and all are replaced at once
		 */
		List<String> changed(Path file, Optional<Duration> after);

	}

	/** An option that cannot be used. */
	private static final class UnusableOptionException extends StartupException {

		UnusableOptionException(String sentence) {
			super(sentence);
		}

	}

}
