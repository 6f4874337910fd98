package org.twitchingreference.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

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
				"--twitching.signing-keys=target/sandbox-keys.json", "--server.address=127.0.0.1",
				"--server.port=8080");
	}

	@Test
	void keepsWhatTheCallerChose() {
		StartOptions options = new StartOptions("--launch-config=mine", "--server.port=8081");

		assertThat(options.appPort()).isEqualTo(8081);
		assertThat(options.appArguments()).containsExactly("--launch-config=mine", "--server.port=8081",
				"--twitching.signing-keys=target/sandbox-keys.json", "--server.address=127.0.0.1");
	}

	@Test
	void saysWhichPortIsTaken() throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			StartOptions options = new StartOptions();

			assertThatExceptionOfType(TakenPortException.class)
				.isThrownBy(() -> options.requireFreePorts(taken.getLocalPort()))
				.withMessageContaining(String.valueOf(taken.getLocalPort()));
		}
	}

}
