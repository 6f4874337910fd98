package org.twitchingreference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a physician reads is said in the package presentation, of messages.properties or
 * of the knowledge. Elsewhere Java holds sentences only for operators: what an exception
 * says, and what is printed where the app does not start or a command is misused.
 */
class SentencesTests {

	private static final Path MAIN = Path.of("src/main/java/org/twitchingreference");

	private static final Pattern LITERAL = Pattern
		.compile("\"\"\"(?s:.*?)\"\"\"|\"[^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+\"");

	private static final Pattern COMMENT = Pattern.compile("/\\*(?s:.*?)\\*/|(?m:^\\s*//.*$)");

	/** Files that hold nothing else than why something failed. */
	private static final Pattern NAMED_FAILURES = Pattern.compile("(Exception|FailureAnalyzer)\\.java$");

	/** Three words with blanks between them. */
	private static final Pattern WORDS = Pattern.compile("[a-z]{2,},? [a-z']+,? [a-z]{2,}");

	/**
	 * Where a literal is what an exception, a log or a failure at the start says, how a
	 * command is used or misused, or what a metric counts.
	 */
	private static final Pattern FOR_OPERATORS = Pattern.compile("(Exception|Error)\\w*\\(|logger\\s*\\."
			+ "|\\b(require|broken|say|description)\\(|\\berr\\.println\\(|String USAGE =");

	/**
	 * For operators in other ways: failures of commands, of the start and of
	 * launch-config. And what is no sentence: a header, the name of a set.
	 */
	private static final Set<String> NEVER_SHOWN = Set.of("InputFile", "CodeMaps", "LaunchConfig", "ListFields",
			"CodeMapEntry", "FieldBinder", "FieldFault", "UnknownField", "YamlFile", "ContentSecurityPolicy",
			"MedicineIndex", "KnowledgeLoader", "ListStatementsReader", "SecretFile", "Command", "UnknownSettingsCheck",
			"StartReport", "RegistrationAdvice", "OperationsSecurity", "CommandLineCheck", "VerifyAuditCommand",
			"ChangeLock");

	@Test
	void onlyThePresentationMakesSentences() throws IOException {
		Set<String> speaking = speaking();

		assertThat(speaking).as("classes that hold sentences; move them to messages.properties")
			.isSubsetOf(NEVER_SHOWN);
		assertThat(speaking).as("take those that hold none out of the list of this test").containsAll(NEVER_SHOWN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "String why = \"never measured in this chart\";",
			"return Optional.of(what + \" is there, and not final.\");", "throw it(); String a = \"as it is\";",
			"String s = \"\"\"\n\t\tnot so many\n\t\twords\"\"\";" })
	void noticesASentence(String source) {
		assertThat(sentences(source)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "throw new IllegalArgumentException(\"A quantity needs a unit; say one\");",
			"/** Why it is not known. */ int a;", "String key = \"reason.never-measured\";", "// not so many words\n",
			"logger.warn(\"The chart was not read\");", "gauge.description(\"Charts that are being read\");",
			"this.err.println(\"There is no such file\");" })
	void takesForNoneWhatPhysiciansNeverRead(String source) {
		assertThat(sentences(source)).isEmpty();
	}

	private static Set<String> speaking() throws IOException {
		Set<String> speaking = new TreeSet<>();
		try (Stream<Path> files = Files.walk(MAIN)) {
			files.filter((file) -> file.toString().endsWith(".java") && !file.startsWith(MAIN.resolve("presentation")))
				.filter((file) -> !NAMED_FAILURES.matcher(file.toString()).find() && !sentences(read(file)).isEmpty())
				.forEach((file) -> speaking.add(file.getFileName().toString().replace(".java", "")));
		}
		return speaking;
	}

	private static List<String> sentences(String source) {
		String code = COMMENT.matcher(source).replaceAll((comment) -> blank(comment.group()));
		String shape = LITERAL.matcher(code).replaceAll((literal) -> blank(literal.group()));
		return LITERAL.matcher(code)
			.results()
			.filter((literal) -> WORDS.matcher(literal.group()).find())
			.filter((literal) -> !FOR_OPERATORS.matcher(statement(shape, literal.start())).find())
			.map(MatchResult::group)
			.toList();
	}

	/** The statement as far as it goes before the place. */
	private static String statement(String shape, int end) {
		int start = Math.max(shape.lastIndexOf(';', end),
				Math.max(shape.lastIndexOf('{', end), shape.lastIndexOf('}', end)));
		return shape.substring(start + 1, end);
	}

	private static String blank(String text) {
		return " ".repeat(text.length());
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
