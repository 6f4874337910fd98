package org.twitchingreference.documents;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each command of the documents is one that runs. */
class CommandsTests {

	private static final KnownCommands KNOWN = new KnownCommands();

	@Test
	void everyCommandOfTheDocumentsRuns() {
		List<Document> documents = Document.all();

		assertThat(documents.stream().flatMap((document) -> document.commands().stream())).hasSizeGreaterThan(20);
		assertThat(documents.stream().flatMap(CommandsTests::faults)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "./mvnw spring-boot:run", "./mvnw spring-boot:test-run@nothing", "./mvnw -Pslow verify",
			"./mvnw test -Dtest=GoneTests", "java -jar target/twitching-reference.jar asess FILE",
			"java -jar target/other.jar", "java -jar target/twitching-reference.jar assess FILE --as-off=2026-11-29",
			"java -jar target/twitching-reference.jar assess src/test/resources/patients/nobody.json",
			"java -jar target/twitching-reference.jar --twitching.launch-idel=15m",
			"java src/test/java/org/twitchingreference/Gone.java", "zcat src/test/resources/patients/*.xml | more",
			"frobnicate" })
	void noticesWhatDoesNotRun(String command) {
		Document document = Document.of(Path.of("docs", "made-up.md"), "```sh\n" + command + "\n```\n");

		assertThat(faults(document)).isNotEmpty().allMatch((fault) -> fault.startsWith("docs/made-up.md:2: "));
	}

	@Test
	void readsABlockLineByLine() {
		Document document = Document.of(Path.of("made-up.md"), """
				```yaml
				nothing: to run
				```
				```
				# how it begins
				java -jar target/twitching-reference.jar \\
				  --twitching.launch-idle=15m
				```
				""");

		assertThat(document.commands()).extracting(Document.Line::text)
			.containsExactly("java -jar target/twitching-reference.jar   --twitching.launch-idle=15m");
		assertThat(faults(document)).isEmpty();
	}

	private static Stream<String> faults(Document document) {
		return document.commands()
			.stream()
			.flatMap((command) -> KNOWN.faults(command.text()).map((fault) -> command.place() + ": " + fault));
	}

}
