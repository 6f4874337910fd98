package org.twitchingreference.documents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Command lines of Java: the jar with one of its commands and the options that the help
 * of this command names, or as the server with documented settings; or one source file.
 */
class JarCommands {

	private static final String JAR = "twitching-reference.jar";

	/** What deploy/unpack.sh writes in place of the jar. */
	private static final Predicate<String> UNPACKED = (argument) -> argument.startsWith("@")
			&& argument.endsWith("/java-options");

	private static final Pattern OPTION = Pattern.compile("(--[a-z-]+)");

	private static final Pattern SETTING = Pattern.compile("`([a-z0-9-]+(?:\\.[a-z0-9-]+)+)`");

	private static final Pattern OF_SPRING = Pattern.compile("--(?:server|management|logging|spring)\\.\\S+");

	private final String settings = Document.text(Path.of("docs", "settings.md"));

	private final Set<String> serverOptions = serverOptions();

	Stream<String> faults(List<String> arguments) {
		int jar = arguments.indexOf("-jar") + 1;
		if (arguments.stream().anyMatch(UNPACKED)) {
			return ours(arguments.stream().dropWhile(UNPACKED.negate()).skip(1).toList());
		}
		if (jar == 0) {
			return Files.exists(Path.of(arguments.get(0))) ? Stream.empty()
					: Stream.of("no such source file: " + arguments.get(0));
		}
		if (!arguments.get(jar).endsWith(JAR)) {
			return Stream.of("no jar of ours: " + arguments.get(jar));
		}
		return ours(arguments.subList(jar + 1, arguments.size()));
	}

	private Stream<String> ours(List<String> arguments) {
		return (arguments.isEmpty() || arguments.get(0).startsWith("-")) ? server(arguments) : command(arguments);
	}

	private Stream<String> server(List<String> options) {
		return KnownCommands
			.unknown(options.stream().filter((option) -> !OF_SPRING.matcher(option).matches()), this.serverOptions)
			.map((option) -> "not in docs/settings.md: " + option);
	}

	/** What the help of a command says stands in the text after its usage. */
	private static Stream<String> command(List<String> ours) {
		String usage = "Usage: java -jar twitching-reference.jar " + ours.get(0) + " ";
		return Document.files(Path.of("src", "main", "java"))
			.map(Document::text)
			.filter((source) -> source.contains(usage))
			.findFirst()
			.map((source) -> source.substring(source.indexOf(usage), source.indexOf("\"\"\"", source.indexOf(usage))))
			.map((help) -> options(ours, KnownCommands.all(OPTION, help)))
			.orElseGet(() -> Stream.of("no command of the jar: " + ours.get(0)));
	}

	private static Stream<String> options(List<String> ours, Set<String> known) {
		return KnownCommands
			.unknown(ours.stream()
				.map((option) -> option.replaceAll("[\\[\\]]", ""))
				.filter((option) -> option.startsWith("--") && !option.equals("--help")), known)
			.map((option) -> "not in the help of " + ours.get(0) + ": " + option);
	}

	/** The settings; a name without a group belongs to the group of the one before it. */
	private Set<String> serverOptions() {
		Set<String> options = new HashSet<>(Set.of("--launch-config", "--help", "--version"));
		KnownCommands.all(SETTING, this.settings).forEach((setting) -> options.add("--" + setting));
		return options;
	}

}
