package org.twitchingreference.store;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.startup.KeyRotationCommand;

/** The command "rotate-store-keys FILE": makes the keys of a store, or rotates them. */
public final class RotateStoreKeysCommand {

	/** Long enough for the file to reach every node. */
	private static final Duration SHORTEST = Duration.ofMinutes(1);

	private static final String USAGE = """
			Usage: java -jar twitching-reference.jar rotate-store-keys FILE [--after=1h | --compromised]

			Adds a new key to FILE (twitching.store-keys), or makes the file. A server that uses it notices within
			seconds. Copy the file to every node before the new key begins to encrypt.
			  --after=1h      when that is: an hour from now when not given, a minute at least; what the old keys
			                  encrypted is read for another seven days
			  --compromised   all keys are replaced at once: every open launch ends

			Exit status: 0 when it is done, 2 when not; one line says why. Nothing is sent anywhere.
			""";

	private RotateStoreKeysCommand() {
	}

	/** Runs with this process's own streams and gives the exit status. */
	public static int run(List<String> arguments) {
		return command(Clock.systemUTC()).run(arguments);
	}

	static KeyRotationCommand command(Clock clock) {
		return new KeyRotationCommand(USAGE, SHORTEST, "a minute", Duration.ofHours(1), "1h",
				(file, after) -> changed(new StoreKeyFile(file), clock.instant().truncatedTo(ChronoUnit.SECONDS), after)
					.keys()
					.stream()
					.map(RotateStoreKeysCommand::inWords)
					.toList());
	}

	private static StoreKeys changed(StoreKeyFile file, Instant now, Optional<Duration> after) {
		return Files.exists(file.path()) ? file.change((keys) -> rotated(keys, now, after))
				: file.readOr(StoreKeys.generate(now));
	}

	private static StoreKeys rotated(StoreKeys keys, Instant now, Optional<Duration> after) {
		if (after.isEmpty()) {
			return StoreKeys.generate(now);
		}
		if (keys.isRotating(now)) {
			throw new UnusableStoreKeysException("A new key does not encrypt yet; rotate again when it does, or with "
					+ KeyRotationCommand.COMPROMISED + " if a key is in the wrong hands.");
		}
		return keys.rotated(now, after.get());
	}

	private static String inWords(StoreKey key) {
		return key + ": encrypts from " + key.from() + ((key.until() != null) ? ", read until " + key.until() : "");
	}

}
