package org.twitchingreference.store;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.springframework.boot.convert.DurationStyle;

/** The command "rotate-store-keys FILE": makes the keys of a store, or rotates them. */
public final class RotateStoreKeysCommand {

	/** Long enough for the file to reach every node. */
	static final Duration SHORTEST = Duration.ofMinutes(1);

	private static final Duration USUAL = Duration.ofHours(1);

	private static final String AFTER = "--after=";

	private static final String COMPROMISED = "--compromised";

	private static final String USAGE = """
			Usage: java -jar twitching-reference.jar rotate-store-keys FILE [--after=1h | --compromised]

			Adds a new key to FILE (twitching.store-keys), or makes the file. A server that uses it notices within
			seconds. Copy the file to every node before the new key begins to encrypt.
			  --after=1h      when that is: an hour from now when not given, a minute at least; what the old keys
			                  encrypted is read for another seven days
			  --compromised   all keys are replaced at once: every open launch ends

			Exit status: 0 when it is done, 2 when not; one line says why. Nothing is sent anywhere.
			""";

	private final PrintStream out;

	private final PrintStream err;

	private final Clock clock;

	RotateStoreKeysCommand(PrintStream out, PrintStream err, Clock clock) {
		this.out = out;
		this.err = err;
		this.clock = clock;
	}

	/** Runs with this process's own streams and gives the exit status. */
	public static int run(List<String> arguments) {
		return new RotateStoreKeysCommand(new PrintStream(System.out, true, StandardCharsets.UTF_8),
				new PrintStream(System.err, true, StandardCharsets.UTF_8), Clock.systemUTC())
			.rotate(arguments);
	}

	int rotate(List<String> arguments) {
		List<String> files = arguments.stream().filter((argument) -> !argument.startsWith("-")).toList();
		List<String> options = arguments.stream().filter((argument) -> argument.startsWith("-")).toList();
		if (options.contains("--help") || options.contains("-h")) {
			this.out.print(USAGE);
			return 0;
		}
		if (files.size() != 1 || options.size() > 1) {
			this.err.print(USAGE);
			return 2;
		}
		try {
			rotated(new StoreKeyFile(Path.of(files.get(0))), options).keys()
				.forEach((key) -> this.out.println(key + ": encrypts from " + key.from()
						+ ((key.until() != null) ? ", read until " + key.until() : "")));
			return 0;
		}
		catch (UnusableStoreKeysException ex) {
			this.err.println(ex.getMessage());
			return 2;
		}
	}

	private StoreKeys rotated(StoreKeyFile file, List<String> options) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
		if (!Files.exists(file.path())) {
			return file.readOr(StoreKeys.generate(now));
		}
		if (options.contains(COMPROMISED)) {
			return file.change((keys) -> StoreKeys.generate(now));
		}
		Duration after = options.stream().findFirst().map(RotateStoreKeysCommand::duration).orElse(USUAL);
		return file.change((keys) -> {
			if (keys.isRotating(now)) {
				throw new UnusableStoreKeysException(
						"A new key is waiting for its time already; rotate again when it encrypts, or with "
								+ COMPROMISED + " if a key is in wrong hands.");
			}
			return keys.rotated(now, after);
		});
	}

	private static Duration duration(String option) {
		try {
			Duration given = DurationStyle.detectAndParse(option.replaceFirst("^" + AFTER, ""));
			if (option.startsWith(AFTER) && given.compareTo(SHORTEST) >= 0) {
				return given;
			}
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			// Refused below
		}
		throw new UnusableStoreKeysException(
				"Give " + AFTER + "DURATION of a minute or more, such as " + AFTER + "1h, or " + COMPROMISED + ".");
	}

}
