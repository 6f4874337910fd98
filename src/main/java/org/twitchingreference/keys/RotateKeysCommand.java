package org.twitchingreference.keys;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.startup.KeyRotationCommand;

/** The command "rotate-keys FILE": makes the signing keys of a file, or rotates them. */
public final class RotateKeysCommand {

	/**
	 * How long /jwks.json may be cached, and therefore the shortest wait before a new key
	 * signs.
	 */
	static final Duration SHORTEST = Duration.ofHours(1);

	private static final String USAGE = """
			Usage: java -jar twitching-reference.jar rotate-keys FILE [--after=24h | --compromised]

			Adds new signing keys (RS384 and ES384) to the JWK set in FILE, or makes the file. A server that uses it
			notices within seconds, and publishes them at /jwks.json.
			  --after=24h     when the new keys begin to sign: a day from now when not given, an hour at least;
			                  the old ones stay published for another day
			  --compromised   the new keys sign at once, the old ones are gone at once; EHRs that still hold the old
			                  key set refuse this server until they fetch the new one

			Exit status: 0 when it is done, 2 when not; one line says why. Nothing is sent anywhere.
			""";

	private final Clock clock;

	private final KeyMaker maker;

	private RotateKeysCommand(Clock clock, KeyMaker maker) {
		this.clock = clock;
		this.maker = maker;
	}

	/** Runs with this process's own streams and gives the exit status. */
	public static int run(List<String> arguments) {
		return command(Clock.systemUTC(), KeyMaker.NEW).run(arguments);
	}

	static KeyRotationCommand command(Clock clock, KeyMaker maker) {
		return new KeyRotationCommand(USAGE, SHORTEST, "an hour", Duration.ofDays(1), "24h",
				new RotateKeysCommand(clock, maker)::changed);
	}

	private List<String> changed(Path path, Optional<Duration> after) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
		KeyFile file = new KeyFile(path);
		KeySet changed = file.exists() ? file.change((keys) -> rotated(keys, now, after))
				: file.create(KeySet.generate(this.maker, now));
		return changed.keys().stream().map(RotateKeysCommand::inWords).toList();
	}

	private KeySet rotated(KeySet keys, Instant now, Optional<Duration> after) {
		if (after.isEmpty()) {
			return KeySet.generate(this.maker, now);
		}
		if (keys.isRotating(now)) {
			throw new UnusableKeysException("New keys do not sign yet; rotate again when they do, or with "
					+ KeyRotationCommand.COMPROMISED + " if a key is in the wrong hands.");
		}
		return keys.rotated(this.maker, now, after.get());
	}

	private static String inWords(SigningKey key) {
		return key + ": signs from " + key.signsFrom()
				+ key.publishedUntil().map((end) -> ", published until " + end).orElse("");
	}

}
