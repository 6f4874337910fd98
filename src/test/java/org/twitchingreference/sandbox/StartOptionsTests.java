package org.twitchingreference.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StartOptionsTests {

	@Test
	void keepsTheChartsFromTheApp() {
		StartOptions options = new StartOptions("--sandbox.charts=a,b", "--debug");

		assertThat(options.chartDirectories()).contains(Path.of("a"), Path.of("b"));
		assertThat(options.appArguments()).contains("--debug").doesNotContain("--sandbox.charts=a,b");
	}

	@Test
	void givesTheAppTheRegistrationsOfTheSandbox() {
		assertThat(new StartOptions().appArguments()).containsExactly(
				"--launch-config=launch-config,src/sandbox/resources/launch-config,"
						+ "src/sandbox/resources/launch-config/quirks",
				"--twitching.signing-keys=target/sandbox-keys.json", "--server.address=127.0.0.1", "--server.port=8080",
				"--management.server.port=8081", "--twitching.base-url=http://127.0.0.1:8080");
	}

	@Test
	void registersTheSandboxAtThePortItIsGiven() throws IOException {
		StartOptions options = new StartOptions("--sandbox.port=9191");
		String folders = options.appArguments()[0].replace("--launch-config=", "");

		assertThat(options.ehrPort()).isEqualTo(9191);
		assertThat(options.appArguments()).doesNotContain("--sandbox.port=9191");
		assertThat(files(folders)).hasSameSizeAs(files(new StartOptions().appArguments()[0].split("=")[1]))
			.anySatisfy((file) -> assertThat(file).content()
				.contains("iss: http://localhost:9191/fhir", "- http://127.0.0.1:9191"))
			.allSatisfy((file) -> assertThat(file).content().doesNotContain(":9090"));
	}

	private static List<Path> files(String folders) throws IOException {
		List<Path> files = new ArrayList<>();
		for (String folder : folders.split(",")) {
			try (Stream<Path> inside = Files.list(Path.of(folder))) {
				inside.filter((file) -> file.toString().endsWith(".yml")).forEach(files::add);
			}
		}
		return files;
	}

	@Test
	void keepsWhatTheCallerChose() {
		StartOptions options = new StartOptions("--launch-config=mine", "--server.port=8081");

		assertThat(options.appPort()).isEqualTo(8081);
		assertThat(options.appArguments()).containsExactly("--launch-config=mine", "--server.port=8081",
				"--twitching.signing-keys=target/sandbox-keys.json", "--server.address=127.0.0.1",
				"--management.server.port=0", "--twitching.base-url=http://127.0.0.1:8081");
	}

	@Test
	void tellsSeveralNodesWhatTheyShare() {
		StartOptions options = new StartOptions("--sandbox.nodes=2", "--sandbox.port=9191", "--server.port=8181");

		assertThat(options.nodes()).isEqualTo(2);
		assertThat(new StartOptions().nodes()).isEqualTo(1);
		assertThat(options.appArguments()).doesNotContain("--sandbox.nodes=2");
		assertThat(options.nodeArguments(1, 6380)).doesNotHaveDuplicates()
			.contains("--twitching.store=redis", "--spring.data.redis.port=6380", "--server.port=0",
					"--management.server.port=0", "--twitching.base-url=http://127.0.0.1:8181",
					"--twitching.audit.file=logs/audit-1.jsonl")
			.noneMatch((argument) -> argument.startsWith("--sandbox.") || argument.contains("server.port=8181"))
			.anyMatch((argument) -> argument.startsWith("--launch-config=target/sandbox-9191"));
	}

	@Test
	void leavesTheAppToWhoeverStartsItElsewhere() {
		StartOptions options = new StartOptions("--sandbox.app=https://app.example.org:8443/twitching");

		assertThat(options.appElsewhere()).contains(URI.create("https://app.example.org:8443/twitching"));
		assertThat(new StartOptions().appElsewhere()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "--sandbox.app=", "--sandbox.app=app.example.org",
			"--sandbox.app=https://app.example.org/", "--sandbox.app=ftp://app.example.org" })
	void saysWhatAnAddressOfTheAppLooksLike(String option) {
		assertThatExceptionOfType(UnusableOptionException.class).isThrownBy(new StartOptions(option)::appElsewhere)
			.withMessageStartingWith("Give --sandbox.app once, with the app's address");
	}

	@Test
	void givesTheManagementPortThatIsAskedForToOneNode() {
		StartOptions options = new StartOptions("--sandbox.nodes=2", "--management.server.port=8191");

		assertThat(options.nodeArguments(0, 6380)).contains("--management.server.port=8191");
		assertThat(options.nodeArguments(1, 6380)).contains("--management.server.port=0")
			.doesNotContain("--management.server.port=8191");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--sandbox.port=909O", "--sandbox.port=", "--server.port=65536", "--server.port=0",
			"--server.port=-1", "--sandbox.nodes=two", "--sandbox.nodes=99999999999" })
	void saysWhichOptionNeedsANumber(String option) {
		assertThatExceptionOfType(UnusableOptionException.class).isThrownBy(() -> numbers(new StartOptions(option)))
			.withMessageStartingWith("Give " + option.replaceFirst("=.*", "") + " once, with a number from 1 to 65535");
	}

	@Test
	void refusesAPortThatIsGivenTwice() {
		assertThatExceptionOfType(UnusableOptionException.class)
			.isThrownBy(() -> numbers(new StartOptions("--sandbox.port=9191", "--sandbox.port=9292")))
			.withMessageStartingWith("Give --sandbox.port once");
	}

	private static void numbers(StartOptions options) {
		options.ehrPort();
		options.appPort();
		options.nodes();
	}

	@Test
	void saysWhichPortIsTaken() throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			StartOptions options = new StartOptions("--sandbox.port=" + taken.getLocalPort());

			assertThatExceptionOfType(TakenPortException.class).isThrownBy(options::requireFreePorts)
				.withMessageContaining(String.valueOf(taken.getLocalPort()));
		}
	}

}
