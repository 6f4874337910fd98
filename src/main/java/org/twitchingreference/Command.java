package org.twitchingreference;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import org.twitchingreference.assess.AssessCommand;
import org.twitchingreference.audit.VerifyAuditCommand;
import org.twitchingreference.keys.RotateKeysCommand;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import org.twitchingreference.preflight.PreflightCommand;
import org.twitchingreference.store.RotateStoreKeysCommand;

/** The commands of this jar beside the server; none of them listens. */
enum Command {

	ASSESS("assess", "run the reference over files of FHIR Bundles", AssessCommand::run),
	PREFLIGHT("preflight", "check each registration against its EHR", PreflightCommand::run),
	ROTATE_KEYS("rotate-keys", "add signing keys to the file of this server's keys", RotateKeysCommand::run),
	ROTATE_STORE_KEYS("rotate-store-keys", "add a key to the file of those that encrypt what is stored",
			RotateStoreKeysCommand::run),
	VERIFY_AUDIT("verify-audit", "check that files of the audit trail are whole", VerifyAuditCommand::run);

	private static final int USAGE_ERROR = 2;

	private static final String USAGE = """
			Usage: java -XX:+ExitOnOutOfMemoryError -jar twitching-reference.jar [--launch-config=DIR] [--SETTING=VALUE...]
			       java -jar twitching-reference.jar COMMAND ...

			Without a command it is the server: it reads one file per EHR from launch-config/ beside the jar, and listens.
			  --launch-config=DIR        another directory with the files of EHRs; several with commas
			  --twitching.base-url=URL   the address at which browsers reach this server
			  --server.port=PORT         where it listens; 8080 when not given
			docs/settings.md lists all settings. Each can be an environment variable too (TWITCHING_BASE_URL).

			Commands, each with a --help of its own:
			%s
			  --help, --version          what this is
			""";

	private final String word;

	private final String summary;

	@SuppressWarnings("ImmutableEnumChecker")
	private final ToIntFunction<List<String>> runner;

	Command(String word, String summary, ToIntFunction<List<String>> runner) {
		this.word = word;
		this.summary = summary;
		this.runner = runner;
	}

	/**
	 * Runs the command that the arguments name, and gives its exit status; empty where
	 * they are the server's.
	 */
	static OptionalInt run(List<String> arguments) {
		String first = arguments.isEmpty() ? "" : arguments.get(0);
		Optional<Command> command = Arrays.stream(values()).filter((one) -> one.word.equals(first)).findFirst();
		boolean isServer = first.isEmpty() || first.startsWith("-");
		if (arguments.contains("--version") && (isServer || command.isPresent())) {
			return print(System.out, version() + "\n", 0);
		}
		if (command.isPresent()) {
			return OptionalInt.of(command.get().runner.applyAsInt(arguments.subList(1, arguments.size())));
		}
		if (first.equals("help") || (isServer && (arguments.contains("--help") || arguments.contains("-h")))) {
			return print(System.out, usage(), 0);
		}
		return isServer ? OptionalInt.empty()
				: print(System.err, "There is no command " + first + ".\n" + usage(), USAGE_ERROR);
	}

	private static OptionalInt print(PrintStream stream, String text, int status) {
		PrintStream out = new PrintStream(stream, true, StandardCharsets.UTF_8);
		out.print(text);
		out.flush();
		return OptionalInt.of(status);
	}

	private static String usage() {
		return USAGE.formatted(Arrays.stream(values())
			.map((command) -> String.format("  %-25s  %s", command.word, command.summary))
			.collect(Collectors.joining("\n")));
	}

	private static String version() {
		return "Muscle Twitching Reference "
				+ Optional.ofNullable(Command.class.getPackage().getImplementationVersion()).orElse("development")
				+ ", clinical content " + KnowledgeConfiguration.knowledge().version() + ", Java "
				+ Runtime.version().feature();
	}

}
