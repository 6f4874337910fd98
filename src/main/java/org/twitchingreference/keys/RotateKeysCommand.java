package org.twitchingreference.keys;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;

import org.springframework.boot.convert.DurationStyle;

/** The command "rotate-keys FILE": makes the signing keys of a file, or rotates them. */
public final class RotateKeysCommand {

	/**
	 * How long /jwks.json may be cached, and therefore the shortest wait before a new key
	 * signs.
	 */
	static final Duration SHORTEST = Duration.ofHours(1);

	private static final Duration USUAL = Duration.ofDays(1);

	private static final String AFTER = "--after=";

	private static final String COMPROMISED = "--compromised";

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

	private final PrintStream out;

	private final PrintStream err;

	private final Clock clock;

	private final KeyMaker maker;

	RotateKeysCommand(PrintStream out, PrintStream err, Clock clock, KeyMaker maker) {
		this.out = out;
		this.err = err;
		this.clock = clock;
		this.maker = maker;
	}

	/** Runs with this process's own streams and gives the exit status. */
	public static int run(List<String> arguments) {
		return new RotateKeysCommand(new PrintStream(System.out, true, StandardCharsets.UTF_8),
				new PrintStream(System.err, true, StandardCharsets.UTF_8), Clock.systemUTC(), KeyMaker.NEW)
			.rotate(arguments);
	}

	int rotate(List<String> arguments) {
		if (arguments.contains("--help") || arguments.contains("-h")) {
			this.out.print(USAGE);
			return 0;
		}
		List<String> files = arguments.stream().filter((argument) -> !argument.startsWith("-")).toList();
		List<String> options = arguments.stream().filter((argument) -> argument.startsWith("-")).toList();
		if (files.size() != 1 || options.size() > 1) {
			this.err.print(USAGE);
			return 2;
		}
		try {
			rotate(new KeyFile(Path.of(files.get(0))), options);
			return 0;
		}
		catch (UnusableKeysException ex) {
			this.err.println(ex.getMessage());
			return 2;
		}
	}

	private void rotate(KeyFile file, List<String> options) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
		if (options.contains(COMPROMISED)) {
			tell(changed(file, now, (keys) -> KeySet.generate(this.maker, now)));
		}
		else {
			Duration after = options.stream().findFirst().map(RotateKeysCommand::duration).orElse(USUAL);
			tell(changed(file, now, (keys) -> rotated(keys, now, after)));
		}
	}

	private KeySet changed(KeyFile file, Instant now, UnaryOperator<KeySet> change) {
		return file.exists() ? file.change(change) : file.create(KeySet.generate(this.maker, now));
	}

	private KeySet rotated(KeySet keys, Instant now, Duration after) {
		if (keys.isRotating(now)) {
			throw new UnusableKeysException(
					"New keys are waiting for their time already; rotate again when they sign, or with " + COMPROMISED
							+ " if a key is in wrong hands.");
		}
		return keys.rotated(this.maker, now, after);
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
		throw new UnusableKeysException(
				"Give " + AFTER + "DURATION of an hour or more, such as " + AFTER + "24h, or " + COMPROMISED + ".");
	}

	private void tell(KeySet keys) {
		keys.keys()
			.forEach((key) -> this.out.println(key + ": signs from " + key.signsFrom()
					+ key.publishedUntil().map((end) -> ", published until " + end).orElse("")));
	}

}
