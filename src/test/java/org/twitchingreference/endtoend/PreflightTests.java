package org.twitchingreference.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twitchingreference.http.TestAuthority;
import org.twitchingreference.keys.KeysFixture;
import org.twitchingreference.preflight.PlayedPreflight;
import org.twitchingreference.startup.SecretFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.function.SingletonSupplier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Before anybody opens a chart: what is right is called so, and what is wrong is named.
 */
class PreflightTests {

	private static final WireMockServer EHR = new WireMockServer(WireMockConfiguration.wireMockConfig().dynamicPort());

	@TempDir
	static Path directory;

	private static Path keys = Path.of("");

	private static Path openKeys = Path.of("");

	private static Supplier<TestAuthority> authority = SingletonSupplier.of(() -> new TestAuthority(directory));

	@BeforeAll
	static void makeKeys() throws IOException {
		EHR.start();
		keys = KeysFixture.file(directory.resolve("keys.json"));
		openKeys = SecretFiles.allow(Files.copy(keys, directory.resolve("open.json")), "rw-r--r--");
	}

	@AfterAll
	static void stop() {
		EHR.stop();
	}

	@Test
	void findsNothingWrongWithTheEhrsOfTheSandbox() throws IOException {
		List<String> arguments = new ArrayList<>(RunningSystem.settings());
		arguments.addAll(sandboxes(arguments));

		Run run = run(arguments);

		assertThat(run.of("ERROR").map(PreflightTests::line)).isEmpty();
		assertThat(run.of("OK").map((finding) -> finding.path("code").asString())).contains("discovery", "client",
				"authorization", "metadata", "jwks", "clock", "redirect-uri");
		assertThat(run.findings().map((finding) -> finding.path("ehr").asString()).distinct()).hasSizeGreaterThan(30);
		assertThat(run.status()).isZero();
	}

	@ParameterizedTest
	@MethodSource("org.twitchingreference.endtoend.BrokenRegistration#all")
	void namesWhatIsWrong(BrokenRegistration broken) throws IOException {
		Path folder = Files.createTempDirectory(directory, broken.name());
		WireMockServer tls = tls(broken);
		try {
			new BrokenEhr(EHR).play(broken);
			Files.writeString(folder.resolve(broken.name() + ".yml"), filled(broken.text(), broken, tls));
			if (broken.header("twice").isPresent()) {
				Files.writeString(folder.resolve("a-first.yml"), filled(broken.text(), broken, tls));
			}

			Run run = run(settings(broken, folder, tls));

			List<String> expected = broken.expected();
			JsonNode finding = run.findings()
				.filter((one) -> one.path("code").asString().equals(expected.get(0)))
				.findFirst()
				.orElseThrow(() -> new AssertionError(run.out()));
			assertThat(finding.path("file").asString()).isEqualTo(folder.resolve(broken.name() + ".yml").toString());
			assertThat(finding.path("line").isMissingNode() ? "-" : finding.path("line").toString())
				.isEqualTo(expected.get(1));
			assertThat(finding.path("field").asString()).isEqualTo(expected.get(2).equals("-") ? "" : expected.get(2));
			assertThat(finding.path("remedy").asString()).contains(expected.get(3));
			assertThat(run.of("ERROR").map((one) -> one.path("code").asString()).distinct()).containsExactlyElementsOf(
					finding.path("status").asString().equals("ERROR") ? List.of(expected.get(0)) : List.of());
			assertThat(run.status()).isEqualTo(finding.path("status").asString().equals("ERROR") ? 2 : 1);
			assertThat(run.out()).doesNotContain("s3cret", "not-the-secret", "sandbox-client-secret");
		}
		finally {
			tls.stop();
		}
	}

	/** All registrations but that of the EHR which only forwards. */
	private static List<String> sandboxes(List<String> settings) throws IOException {
		String folder = settings.stream()
			.filter((setting) -> setting.startsWith("--launch-config="))
			.findFirst()
			.orElseThrow();
		try (Stream<Path> files = Files.list(Path.of(folder.substring(folder.indexOf('=') + 1)))) {
			return files.map((file) -> file.getFileName().toString().replace(".yml", ""))
				.filter((id) -> id.startsWith("sandbox"))
				.toList();
		}
	}

	private static Run run(List<String> arguments) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		List<String> all = new ArrayList<>(arguments);
		all.add("--format=json");
		int status = PlayedPreflight.run(new PrintStream(out, true, StandardCharsets.UTF_8),
				new PrintStream(err, true, StandardCharsets.UTF_8), all);
		assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
		return new Run(status, out.toString(StandardCharsets.UTF_8));
	}

	private static List<String> settings(BrokenRegistration broken, Path folder, WireMockServer tls) {
		List<String> settings = new ArrayList<>(List.of("--strict", "--launch-config=" + folder, broken.name()));
		broken.header("settings").ifPresent((more) -> settings.addAll(List.of(filled(more, broken, tls).split(" "))));
		broken.header("tls")
			.filter((how) -> !how.equals("untrusted"))
			.ifPresent((how) -> settings.addAll(List.of("--twitching.fhir.trust=test",
					"--spring.ssl.bundle.pem.test.truststore.certificate=file:" + authority.get().pem())));
		broken.header("offline").ifPresent((yes) -> settings.add("--offline"));
		return settings;
	}

	private static String filled(String text, BrokenRegistration broken, WireMockServer tls) {
		String ehr = broken.header("sandbox").isPresent() ? RunningSystem.ehr().toString()
				: "http://localhost:" + EHR.port();
		return text.replace("${EHR}", ehr)
			.replace("${PORT}", String.valueOf(EHR.port()))
			.replace("${CLOSED}", String.valueOf(closed()))
			.replace("${TLS}", tls.isRunning() ? String.valueOf(tls.httpsPort()) : "0")
			.replace("${KEYS}", keys.toString())
			.replace("${OPEN_KEYS}", openKeys.toString());
	}

	private static int closed() {
		try {
			return FreePort.find();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static WireMockServer tls(BrokenRegistration broken) {
		String how = broken.header("tls").orElse("");
		if (how.isEmpty()) {
			return new WireMockServer(0);
		}
		return switch (how) {
			case "expired" -> authority.get().expired("localhost");
			case "other-name" -> authority.get().server("ehr.example.org");
			default -> authority.get().server("localhost");
		};
	}

	private static String line(JsonNode finding) {
		return finding.path("ehr").asString() + " " + finding.path("code").asString() + " "
				+ finding.path("what").asString();
	}

	/** The exit status and the document. */
	private record Run(int status, String out) {

		Stream<JsonNode> findings() {
			return new JsonMapper().readTree(this.out).path("findings").valueStream();
		}

		Stream<JsonNode> of(String status) {
			return findings().filter((finding) -> finding.path("status").asString().equals(status));
		}

	}

}
