package org.twitchingreference.registration;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.startup.SecretFiles;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LaunchConfigTests {

	private static final Path SHIPPED = Path.of("launch-config");

	private static final Path FOR_TESTS = Path.of("src/sandbox/resources/launch-config");

	private static final Path BROKEN = Path.of("src/test/resources/launch-config-broken");

	private final MockEnvironment environment = new MockEnvironment().withProperty("SANDBOX_CLIENT_SECRET",
			"from-the-environment");

	private final LaunchConfigReader reader = new LaunchConfigReader(this.environment);

	@Test
	void readsTheShippedFiles() {
		EhrRegistrations registrations = load(SHIPPED);

		assertThat(registrations.forIssuer("http://localhost:9090/fhir/")).map(EhrRegistration::id).hasValue("sandbox");
		assertThat(registrations.forIssuer("https://launch.smarthealthit.org/v/r4/fhir")).map(EhrRegistration::id)
			.hasValue("smart-health-it");
		assertThat(registrations.forIssuer("https://launch.smarthealthit.org/v/r4/sim/WzMsIiIsIiJd/fhir"))
			.map(EhrRegistration::id)
			.hasValue("smart-health-it");
		assertThat(registrations.forIssuer("https://launch.smarthealthit.org/v/r4/sim/../fhir")).isEmpty();
		assertThat(registrations.forIssuer("https://ehr.example.org/fhir")).isEmpty();
		assertThat(registrations.byId("sandbox")).get()
			.satisfies((sandbox) -> assertThat(sandbox.scopes()).startsWith("launch", "launch/patient",
					"patient/Patient.rs"));
	}

	@Test
	void readsSeveralDirectoriesAndSecretsOfTheEnvironment() {
		EhrRegistrations registrations = load(SHIPPED, FOR_TESTS);

		assertThat(registrations.all()).extracting(EhrRegistration::id)
			.containsExactly("sandbox", "smart-health-it", "sandbox-asymmetric-es384", "sandbox-asymmetric",
					"sandbox-symmetric");
		assertThat(registrations.byId("sandbox-symmetric")).get().satisfies((symmetric) -> {
			assertThat(symmetric.clientSecret()).hasValue("from-the-environment");
			assertThat(symmetric.toString()).isEqualTo("EhrRegistration[sandbox-symmetric]");
		});
	}

	@Test
	void readsASecretOfAFileBesideTheRegistration(@TempDir Path directory) throws IOException {
		SecretFiles.write(directory.resolve("secret.txt"), "from-the-file\n");
		Files.writeString(directory.resolve("ehr.yml"), Files.readString(FOR_TESTS.resolve("sandbox-symmetric.yml"))
			.replace("client-secret-env: SANDBOX_CLIENT_SECRET", "client-secret-file: secret.txt"));

		assertThat(load(directory).byId("ehr")).get()
			.satisfies((ehr) -> assertThat(ehr.clientSecret()).hasValue("from-the-file"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "rw-rw----", "rw----r--", "rw-----w-", "link" })
	void refusesASecretThatOthersSeeOrChange(String how, @TempDir Path directory) throws IOException {
		Path file = SecretFiles.write(directory.resolve("kept.txt"), "from-the-file\n");
		if (how.equals("link")) {
			Files.createSymbolicLink(directory.resolve("secret.txt"), SecretFiles.allow(file, "rw-r--r--"));
		}
		else {
			Files.move(SecretFiles.allow(file, how), directory.resolve("secret.txt"));
		}
		Files.writeString(directory.resolve("ehr.yml"), Files.readString(FOR_TESTS.resolve("sandbox-symmetric.yml"))
			.replace("client-secret-env: SANDBOX_CLIENT_SECRET", "client-secret-file: secret.txt"));

		assertThatExceptionOfType(InvalidLaunchConfigException.class).isThrownBy(() -> load(directory))
			.withMessageContaining("chmod 600 or 640")
			.withMessageNotContaining("from-the-file");
	}

	@Test
	void readsThatAnEhrIsInAPrivateNetwork(@TempDir Path directory) throws IOException {
		Files.writeString(directory.resolve("ehr.yml"),
				Files.readString(BROKEN.resolve("private-network-unsaid.yml")) + "private-network: true\n");

		assertThat(load(directory).forIssuer("https://10.1.2.3/fhir")).get()
			.satisfies((ehr) -> assertThat(ehr.mayBeAt("10.1.2.3", InetAddress.getByName("10.1.2.3"))).isTrue());
		assertThat(load(SHIPPED).byId("smart-health-it")).get()
			.satisfies((ehr) -> assertThat(ehr.privateNetwork()).isFalse());
	}

	@ParameterizedTest
	@MethodSource
	void saysWhatToChangeInABrokenFile(Path file) throws IOException {
		String expected = Files.readAllLines(file).get(0).replace("# expected: ", "");

		assertThatExceptionOfType(InvalidLaunchConfigException.class)
			.isThrownBy(() -> this.reader.read(file).orElseThrow())
			.withMessage("In " + file + ", " + expected.replace("$AND", "\nIn " + file + ", "))
			.withMessageNotContaining("s3cret");
	}

	static Stream<Path> saysWhatToChangeInABrokenFile() throws IOException {
		try (Stream<Path> files = Files.list(BROKEN)) {
			return files.sorted().toList().stream();
		}
	}

	@Test
	void asksForAMissingDirectory() {
		assertThatExceptionOfType(InvalidLaunchConfigException.class).isThrownBy(() -> load(Path.of("nowhere")))
			.withMessage("In nowhere, put one .yml file per EHR into this directory, which cannot be read, "
					+ "or name another one with --launch-config=DIR.");
	}

	@Test
	void asksForAFile(@TempDir Path empty) {
		assertThatExceptionOfType(InvalidLaunchConfigException.class).isThrownBy(() -> load(empty))
			.withMessage("In " + empty
					+ ", put one .yml file per EHR into this directory, which holds none, or name another one with --launch-config=DIR.");
	}

	@Test
	void refusesTwoRegistrationsOfOneId(@TempDir Path other) throws IOException {
		Path copy = Files.copy(SHIPPED.resolve("sandbox.yml"), other.resolve("sandbox.yml"));

		assertThatExceptionOfType(InvalidLaunchConfigException.class).isThrownBy(() -> load(SHIPPED, other))
			.withMessage("In " + copy + ", rename this file, as another launch-config file is named sandbox too.\nIn "
					+ copy + ", line 5, change `iss`, which the registration sandbox covers already.");
	}

	@Test
	void refusesTwoRegistrationsOfOneIssuer(@TempDir Path other) throws IOException {
		Path copy = Files.writeString(other.resolve("copy.yml"), Files.readString(SHIPPED.resolve("sandbox.yml"))
			.replace("http://localhost:9090/fhir", "https://launch.smarthealthit.org/v/r4/sim/abc/fhir"));

		assertThatExceptionOfType(InvalidLaunchConfigException.class).isThrownBy(() -> load(SHIPPED, other))
			.withMessage(
					"In " + copy + ", line 5, change `iss`, which the registration smart-health-it covers already.");
	}

	/** By whatever field: the answers of one would pass for those of the other. */
	@ParameterizedTest
	@ValueSource(strings = { "issuer: https://auth.example.org", "id-token: { issuer: https://auth.example.org }",
			"issuer: http://localhost:9090/fhir", "issuer: http://localhost:9090/fhir/",
			"issuer: https://launch.smarthealthit.org/v/r4/sim/abc/fhir" })
	void refusesTwoRegistrationsThatNameOneIssuer(String pinned, @TempDir Path other) throws IOException {
		Files.writeString(other.resolve("a.yml"),
				Files.readString(SHIPPED.resolve("sandbox.yml")).replace("9090/fhir", "9091/fhir")
						+ "issuer: https://auth.example.org\n");
		Path copy = Files.writeString(other.resolve("b.yml"),
				Files.readString(SHIPPED.resolve("sandbox.yml")).replace("9090/fhir", "9092/fhir") + pinned + "\n");

		assertThatExceptionOfType(InvalidLaunchConfigException.class).isThrownBy(() -> load(SHIPPED, other))
			.withMessageMatching("In \\Q" + copy + "\\E, line \\d+, change `issuer`, `id-token.issuer` or `iss`, as the"
					+ " registration (a|sandbox|smart-health-it) names the same issuer: no two may share one.");
	}

	@Test
	void tellsWhoMayAnswerInWhichName(@TempDir Path other) throws IOException {
		String file = Files.readString(SHIPPED.resolve("sandbox.yml"));
		Files.writeString(other.resolve("pinned.yml"),
				file.replace("9090/fhir", "9091/fhir") + "issuer: https://auth.example.org\n");
		Files.writeString(other.resolve("open.yml"),
				file.replace("9090/fhir", "9092/fhir") + "hosts: [ auth.example.org ]\n");
		EhrRegistrations all = load(other);
		EhrRegistration pinned = all.byId("pinned").orElseThrow();
		EhrRegistration open = all.byId("open").orElseThrow();

		assertThat(all.mayBeAnsweredBy(pinned, "https://auth.example.org")).isTrue();
		assertThat(all.mayBeAnsweredBy(pinned, "http://localhost:9091")).isFalse();
		assertThat(all.mayBeAnsweredBy(open, "https://auth.example.org")).isFalse();
		assertThat(all.mayBeAnsweredBy(open, "https://auth.example.org/realm")).isTrue();
		assertThat(all.mayBeAnsweredBy(open, "http://localhost:9092")).isTrue();
		assertThat(all.mayBeAnsweredBy(open, "http://localhost:9092/" + "a".repeat(5000))).isFalse();
		assertThat(all.mayBeAnsweredBy(open, "https://stranger.example")).isFalse();
		assertThat(all.mayBeAnsweredBy(open, "no address")).isFalse();
	}

	private EhrRegistrations load(Path... directories) {
		return new LaunchConfig(List.of(directories)).load(this.reader).orElseThrow();
	}

}
