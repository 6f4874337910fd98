package org.twitchingreference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What stands in deploy/ is right, as far as that can be seen without running it. */
class DeploymentTests {

	private static final Path FOLDER = Path.of("deploy");

	private static final String CONTAINER = read("container/Containerfile");

	private static final String UNIT = read("systemd/twitching-reference.service");

	private static final Pattern VARIABLE = Pattern.compile("(?m)^(?:ENV |    )?([A-Z][A-Z_]+)=(\\S+)");

	/** Also what is not a setting of this server alone. */
	private static final Pattern SETTING = Pattern.compile("`([a-z]+(?:[.-][a-z]+)+)`");

	@ParameterizedTest
	@ValueSource(strings = { "environment", "container/Containerfile" })
	void variablesAreSettings(String file) throws IOException {
		List<String> known = Stream
			.concat(Stream.of("launch-config"), matches(SETTING, Files.readString(Path.of("docs/settings.md"))))
			.map(DeploymentTests::bare)
			.toList();

		assertThat(VARIABLE.matcher(read(file)).results().map((variable) -> bare(variable.group(1)))).isNotEmpty()
			.isSubsetOf(known);
	}

	@Test
	void javaKnowsEveryFlag() throws Exception {
		for (List<String> command : List.of(entryPoint(), List.of(line("ExecStart=", UNIT).split(" ")))) {
			List<String> flags = command.stream().filter((word) -> word.startsWith("-XX")).toList();
			List<String> java = new ArrayList<>(
					List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
			java.addAll(flags);
			java.add("-version");

			assertThat(flags).contains("-XX:+ExitOnOutOfMemoryError");
			assertThat(status(java)).as(flags.toString()).isZero();
		}
	}

	@Test
	void theImageStartsTheJarThatItHoldsAsNobodyInParticular() throws IOException {
		List<String> copied = matches(Pattern.compile("(?m)^COPY (.+)$"), CONTAINER).toList();
		String built = "target/"
				+ matches(Pattern.compile("<finalName>(.+)</finalName>"), Files.readString(Path.of("pom.xml")))
					.findFirst()
					.orElseThrow()
				+ ".jar";

		String parts = "/opt/twitching-reference";
		assertThat(copied).containsExactly(built + " deploy/unpack.sh /build/", "LICENSE NOTICE " + parts + "/",
				"--from=parts " + parts + " " + parts, "deploy/keep-classes.sh " + parts + "/");
		assertThat(CONTAINER).contains("RUN sh /build/unpack.sh /build/twitching-reference.jar " + parts + "\n",
				"RUN sh " + parts + "/keep-classes.sh " + parts + "\n");
		assertThat(entryPoint()).last().isEqualTo("@" + parts + "/java-options");
		assertThat(line("ExecStart=", UNIT)).endsWith(" @" + parts + "/java-options");
		assertThat(Path.of("LICENSE")).exists();
		assertThat(Path.of("NOTICE")).exists();
		assertThat(line("USER ", CONTAINER)).isEqualTo("10001:10001");
		assertThat(CONTAINER).contains("groupadd --gid 10001", "--uid 10001 --gid 10001", "chown 10001:10001 ");
		assertThat(line("WORKDIR ", CONTAINER)).isEqualTo(line("VOLUME ", CONTAINER));
		assertThat(matches(Pattern.compile("=(/var/\\S+)/[^/\\s]+"), CONTAINER)).isNotEmpty()
			.allMatch(line("VOLUME ", CONTAINER)::equals);
	}

	@Test
	void theImageIsHealthyWhileTheServerSaysSo() throws Exception {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		int[] said = { 200 };
		server.createContext("/actuator/health/liveness", (exchange) -> {
			exchange.sendResponseHeaders(said[0], -1);
			exchange.close();
		});
		server.start();
		int port = server.getAddress().getPort();

		assertThat(health(port)).isZero();
		said[0] = 503;
		assertThat(health(port)).isNotZero();
		server.stop(0);
		assertThat(health(port)).isNotZero();
	}

	/** The command as Docker runs it, at another port than the management port. */
	private static int health(int port) throws Exception {
		String managed = matches(Pattern.compile("(?s)management:\\s+server:.*?port: (\\d+)"),
				Files.readString(Path.of("src/main/resources/application.yml")))
			.findFirst()
			.orElseThrow();
		String json = CONTAINER.substring(CONTAINER.indexOf("    CMD [") + "    CMD ".length());
		List<String> command = words(json.substring(0, json.indexOf('\n')));
		assertThat(command.get(2)).contains("/" + managed + " ");
		return status(
				List.of(command.get(0), command.get(1), command.get(2).replace("/" + managed + " ", "/" + port + " ")));
	}

	@Test
	void theServiceManagerAcceptsTheUnit() throws Exception {
		Path analyze = Path.of("/usr/bin/systemd-analyze");
		Assumptions.assumeTrue(Files.isExecutable(analyze), "Skipped: no systemd-analyze found");
		// Java may be elsewhere here
		Path unit = Files.writeString(Files.createTempDirectory("unit").resolve("twitching-reference.service"),
				UNIT.replace("/usr/bin/java", Path.of(System.getProperty("java.home"), "bin", "java").toString()));

		assertThat(status(List.of(analyze.toString(), "verify", unit.toString()))).isZero();
	}

	private static List<String> entryPoint() {
		return words(line("ENTRYPOINT ", CONTAINER));
	}

	private static List<String> words(String json) {
		return List.of(JsonMapper.shared().readValue(json, String[].class));
	}

	private static String line(String start, String text) {
		return matches(Pattern.compile("(?m)^" + start + "(.+)$"), text).findFirst().orElseThrow();
	}

	private static Stream<String> matches(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
	}

	/** A setting and its variable are the same letters. */
	private static String bare(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
	}

	private static int status(List<String> command) throws Exception {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		int status = process.waitFor();
		assertThat(said).doesNotContain("Unknown key", "Unrecognized");
		return status;
	}

	private static String read(String file) {
		try {
			return Files.readString(FOLDER.resolve(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
