package org.twitchingreference.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever starts the server as the documents say has it stop when memory runs out. */
@ExtendWith(OutputCaptureExtension.class)
class StartCommandsTests {

	/** The jar without a command after it, which is the server. */
	private static final Pattern SERVER = Pattern.compile(
			"java\\b[^|;&]*-jar\\s+\\S*(?:twitching-reference\\S*\\.jar|…)(?!\\s+(?:assess|rotate-keys|rotate-store-keys|verify-audit|preflight)\\b)"
					+ "|ENTRYPOINT|ExecStart=");

	private static final Pattern DOCUMENT = Pattern
		.compile(".*\\.(?:md|sh|ya?ml|service|ps1|cmd)|Dockerfile.*|Containerfile.*");

	@Test
	void everyStartCommandExitsWhenMemoryRunsOut() throws IOException {
		List<String> commands = documents().flatMap(StartCommandsTests::commands).toList();

		assertThat(commands).isNotEmpty().allMatch((command) -> command.contains("-XX:+ExitOnOutOfMemoryError"));
		assertThat(Files.readString(Path.of("pom.xml")))
			.contains("<jvmArguments>-XX:+ExitOnOutOfMemoryError</jvmArguments>");
	}

	@Test
	void aServerStartedOtherwiseSaysSo(CapturedOutput output) {
		new OutOfMemoryCheck().check();

		assertThat(output).contains("-XX:+ExitOnOutOfMemoryError", "JAVA_TOOL_OPTIONS");
	}

	private static Stream<String> commands(Path document) {
		try {
			return Files.readString(document).lines().filter((line) -> SERVER.matcher(line).find());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Stream<Path> documents() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of(""))) {
			return files
				.filter((file) -> !file.startsWith("target") && !file.startsWith(".git") && !file.startsWith("logs"))
				.filter((file) -> DOCUMENT.matcher(String.valueOf(file.getFileName())).matches())
				.toList()
				.stream();
		}
	}

}
