package org.twitchingreference.documents;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Command lines of Maven: the goals, executions and profiles of pom.xml. */
class MavenCommands {

	private static final Set<String> PHASES = Set.of("clean", "test-compile", "test", "package", "verify",
			"spring-boot:test-run", "spring-boot:build-image");

	private static final Set<String> FLAGS = Set.of("-o", "-q", "-B");

	private static final Set<String> PROPERTIES = Set.of("skipTests", "test", "it.test", "spring-boot.run.arguments",
			"maven.repo.local");

	private static final Path TESTS = Path.of("src", "test", "java");

	private final String pom = Document.text(Path.of("pom.xml"));

	private final Set<String> ids = KnownCommands.all(Pattern.compile("<id>([\\w-]+)</id>"), this.pom);

	Stream<String> faults(List<String> arguments) {
		return arguments.stream().filter((argument) -> !runs(argument)).map((argument) -> "not for Maven: " + argument);
	}

	private boolean runs(String argument) {
		if (argument.startsWith("-P")) {
			return this.ids.contains(argument.substring(2));
		}
		if (argument.startsWith("-D")) {
			return isProperty(argument.substring(2).replaceFirst("=.*", ""), argument.replaceFirst("[^=]*=?", ""));
		}
		if (argument.startsWith("spring-boot:test-run@")) {
			return this.ids.contains(argument.substring("spring-boot:test-run@".length()));
		}
		return PHASES.contains(argument) || FLAGS.contains(argument);
	}

	private boolean isProperty(String name, String value) {
		if (name.equals("test") || name.equals("it.test")) {
			return KnownCommands.split(value).allMatch(MavenCommands::isTest);
		}
		return PROPERTIES.contains(name) || isReadByATest(name);
	}

	/** A class, a pattern of classes, or a method of one. */
	private static boolean isTest(String name) {
		String file = name.replaceFirst("#.*", "").replace('.', '/') + ".java";
		String method = name.contains("#") ? " " + name.replaceFirst(".*#", "") + "(" : "";
		return Document.files(TESTS)
			.filter(FileSystems.getDefault().getPathMatcher("glob:**/" + file)::matches)
			.anyMatch((found) -> Document.text(found).contains(method));
	}

	private boolean isReadByATest(String property) {
		return this.pom.contains("${" + property + "}") || Document.files(Path.of("src"))
			.filter((file) -> file.toString().endsWith(".java"))
			.anyMatch((file) -> Document.text(file).contains("\"" + property + "\""));
	}

}
