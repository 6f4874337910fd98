package org.twitchingreference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands run in a process of their own: some keep the whole of it from logging. */
class CommandTests {

	@ParameterizedTest
	@EnumSource(Command.class)
	void eachExplainsItself(Command command) throws IOException, InterruptedException {
		String word = word(command);

		assertThat(said(0, word, "--help")).contains("Usage: java -jar twitching-reference.jar " + word);
	}

	@Test
	void theHelpListsThemAll() throws IOException, InterruptedException {
		String help = said(0, "--help");

		assertThat(Command.values())
			.allSatisfy((command) -> assertThat(help).containsPattern("\\n  " + word(command) + " +\\w+"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "--version", "assess --version" })
	void saysItsVersion(String arguments) throws IOException, InterruptedException {
		assertThat(said(0, arguments.split(" ")))
			.containsPattern("Muscle Twitching Reference \\S+, clinical content \\d+\\.\\d+\\.\\d+");
	}

	@Test
	void refusesACommandThatIsNone() throws IOException, InterruptedException {
		assertThat(said(2, "asess", "chart.json")).contains("There is no command asess.", "Usage: ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--server.port=0", "--launch-config=mine --debug" })
	void leavesItsOptionsToTheServer(String arguments) {
		assertThat(Command.run(List.of(arguments.split(" ")))).isEqualTo(OptionalInt.empty());
		assertThat(Command.run(List.of())).isEqualTo(OptionalInt.empty());
	}

	private static String word(Command command) {
		return command.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** What it writes, on both streams, when it ends with this status. */
	private static String said(int status, String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", System.getProperty("java.class.path"), TwitchingReference.class.getName()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(said).isEqualTo(status);
		return said;
	}

}
