package org.twitchingreference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twitchingreference.assess.report.AssessedJson;
import org.twitchingreference.sandbox.chart.ChartDates;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The command "assess" of the jar as it is delivered. */
class AssessCommandIT {

	private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

	private static final String AS_OF = "--as-of=" + DAY;

	private static final JsonMapper JSON = new JsonMapper();

	@TempDir
	private Path folder;

	@Test
	void assessesAFileAndWritesNothingElse() throws Exception {
		Played played = assess("", chart("low-potassium-diuretic"), AS_OF);

		assertThat(played.status()).isZero();
		assertThat(played.errors()).isEmpty();
		assertThat(AssessedJson.verdict(JSON.readTree(played.output()), "low-potassium")).isEqualTo("met");
	}

	@Test
	void assessesLinesOfStandardInput() throws Exception {
		String lines = Stream.of("known-als", "known-ms")
			.map((name) -> JSON.readTree(dated(name)).toString())
			.reduce("", (all, line) -> all + line + "\n");

		Played played = assess(lines, "-", AS_OF);

		assertThat(played.status()).isZero();
		assertThat(played.output().lines().map(JSON::readTree)).extracting((one) -> AssessedJson.verdict(one, "als"))
			.containsExactly("met", "not-met");
	}

	@Test
	void assessesTheOthersBesideABadFile() throws Exception {
		String bad = Files.writeString(this.folder.resolve("bad.json"), "<html>").toString();

		Played played = assess("", chart("known-als"), bad, "none.json", chart("known-ms"), AS_OF, "--format=text");

		assertThat(played.status()).isEqualTo(2);
		assertThat(played.output()).contains("ALS or motor neurone disease", "Patient/known-ms");
		assertThat(played.errors().lines()).hasSize(2)
			.anyMatch((line) -> line.startsWith(bad + ": It is XML or HTML"))
			.anyMatch((line) -> line.startsWith("none.json: There is no such file"));
	}

	@Test
	void refusesAnUnknownOption() throws Exception {
		Played played = assess("", "--port=1");

		assertThat(played.status()).isEqualTo(2);
		assertThat(played.output()).isEmpty();
		assertThat(played.errors()).startsWith("There is no option --port.\nUsage: ").doesNotContain("\tat ");
	}

	private Played assess(String input, String... arguments) throws IOException, InterruptedException {
		List<String> command = Stream.concat(
				Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-Xmx256m", "-jar", Path.of("target/twitching-reference.jar").toString(), "assess"),
				Stream.of(arguments))
			.toList();
		Path output = this.folder.resolve("output");
		Path errors = this.folder.resolve("errors");
		Path standardInput = Files.writeString(this.folder.resolve("input"), input);
		Process process = new ProcessBuilder(command).redirectInput(standardInput.toFile())
			.redirectOutput(output.toFile())
			.redirectError(errors.toFile())
			.start();
		assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
		return new Played(process.exitValue(), Files.readString(output), Files.readString(errors));
	}

	private String chart(String name) throws IOException {
		return Files.writeString(this.folder.resolve(name + ".json"), dated(name)).toString();
	}

	private static String dated(String name) {
		try {
			return ChartDates.replace(
					Files.readString(Path.of("src/test/resources/charts", name + ".json"), StandardCharsets.UTF_8),
					DAY);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What the process ended with and wrote. */
	private record Played(int status, String output, String errors) {

	}

}
