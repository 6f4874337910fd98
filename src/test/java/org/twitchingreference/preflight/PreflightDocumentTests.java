package org.twitchingreference.preflight;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.fhir.FieldFault;
import org.twitchingreference.http.ConnectionFault;
import org.twitchingreference.preflight.check.FindingTexts;

import static org.assertj.core.api.Assertions.assertThat;

/** What the command says is documented, code by code, and how it is called. */
class PreflightDocumentTests {

	private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z][a-z0-9-]+)` \\|");

	@Test
	void eachCodeIsDocumentedOnceAndNoOther() throws IOException {
		Stream<String> said = FindingTexts.keys().stream().map((key) -> key.replaceFirst("\\.(what|remedy)$", ""));
		Stream<String> ofFiles = Stream.of(FieldFault.values()).map((fault) -> "file-" + fault.code());

		assertThat(ROW.matcher(Files.readString(Path.of("docs/preflight.md")))
			.results()
			.map((row) -> row.group(1))
			.toList()).doesNotHaveDuplicates()
			.containsExactlyInAnyOrderElementsOf(Stream.concat(said, ofFiles).collect(Collectors.toSet()));
	}

	@Test
	void everyFaultOfTheConnectionHasItsSentence() {
		assertThat(Stream.of(ConnectionFault.values()).map(ConnectionFault::key))
			.allSatisfy((code) -> assertThat(FindingTexts.remedy(code, "host")).isNotEmpty());
	}

	@Test
	void whateverIsNotRightSaysWhatToDo() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/twitchingreference/preflight"))) {
			Set<String> codes = files.filter((file) -> file.toString().endsWith(".java"))
				.flatMap(PreflightDocumentTests::faults)
				.collect(Collectors.toSet());

			assertThat(codes).hasSizeGreaterThan(30)
				.allSatisfy((code) -> assertThat(FindingTexts.remedy(code)).isNotEmpty());
		}
	}

	@Test
	void saysHowItIsCalled() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();

		assertThat(run(out, "--help")).isZero();
		assertThat(out.toString(StandardCharsets.UTF_8)).contains("Usage:", "--offline", "--strict", "Exit status");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--forat=json", "--server.port=1", "-x", "no-such-ehr" })
	void refusesWhatItDoesNotKnow(String argument) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();

		assertThat(run(out, argument, "--offline")).isEqualTo(2);
		assertThat(out.toString(StandardCharsets.UTF_8))
			.contains(argument.equals("no-such-ehr") ? "Name registrations of launch-config: sandbox, smart-health-it."
					: "There is no option " + argument.split("=")[0]);
	}

	/** Without asking anybody: the text for people, and its last line. */
	@Test
	void readsTheShippedFilesAlone() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();

		assertThat(run(out, "--offline", "--launch-config=launch-config", "sandbox")).isZero();
		assertThat(out.toString(StandardCharsets.UTF_8)).contains(
				"OK      sandbox: redirect-uri: give the EHR as redirect URI: http://127.0.0.1:8080/callback/sandbox",
				"0 warnings, 0 errors");
	}

	private static Stream<String> faults(Path source) {
		try {
			return Pattern.compile("\\.(?:warning|error)\\(\\s*\"([a-z0-9-]+)\"")
				.matcher(Files.readString(source))
				.results()
				.map((found) -> found.group(1))
				.filter((code) -> !code.endsWith("-"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static int run(ByteArrayOutputStream out, String... arguments) {
		PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
		return PlayedPreflight.run(both, both, List.of(arguments));
	}

}
