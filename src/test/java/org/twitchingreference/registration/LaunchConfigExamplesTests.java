package org.twitchingreference.registration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twitchingreference.fhir.Dialect;
import org.twitchingreference.fhir.Dialect.Medications.NamedBy;
import org.twitchingreference.fhir.Dialect.Observations.By;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples are right as far as this application can tell, and say what they are. */
class LaunchConfigExamplesTests {

	private static final Path DIRECTORY = Path.of("launch-config");

	private static final String SUFFIX = ".example";

	@TempDir
	private Path directory;

	@ParameterizedTest
	@MethodSource("examples")
	void areReadWithoutTheirSuffix(Path example) throws IOException {
		EhrRegistration registration = read(example);

		assertThat(registration.provenance().source()).startsWith("https://");
		assertThat(registration.provenance().verifiedOn()).contains("only");
		assertThat(registration.environment()).isEqualTo(EhrRegistration.Environment.NON_PRODUCTION);
		assertThat(Files.readString(example)).contains("NOT TRIED AGAINST THE VENDOR");
		assertThat(registration.scopes()).contains("launch");
		assertThat(Files.readString(example)).as("who may frame it, or where that is read off")
			.containsPattern("(?m)^(# )?frame-ancestors:\n(# )?  - https://")
			.contains("console (F12)");
	}

	@Test
	void areNotReadWithTheirSuffix() {
		assertThat(new LaunchConfig(List.of(DIRECTORY)).load(reader()).orElseThrow().all())
			.extracting(EhrRegistration::id)
			.containsExactly("sandbox", "smart-health-it");
	}

	@Test
	void sayHowEachServerWantsToBeAsked() throws IOException {
		Dialect epic = read(DIRECTORY.resolve("epic.yml" + SUFFIX)).dialect();
		Dialect athena = read(DIRECTORY.resolve("athenahealth.yml" + SUFFIX)).dialect();

		assertThat(epic.observations().by()).isEqualTo(By.CODE);
		assertThat(epic.conditions().oneByOne()).isTrue();
		assertThat(epic.medications().namedBy()).isEqualTo(NamedBy.READ);
		assertThat(epic.offers("MedicationStatement")).isFalse();
		assertThat(athena.medications().intents()).containsExactly("order", "plan");
		assertThat(athena.medications().namedBy()).isEqualTo(NamedBy.SEARCH);
		assertThat(athena.count()).isEqualTo(Dialect.DEFAULT.count());
	}

	@Test
	void aFileWithoutADialectSpeaksTheDefault() {
		assertThat(new LaunchConfigReader(new MockEnvironment()).read(DIRECTORY.resolve("sandbox.yml"))
			.orElseThrow()
			.dialect()).isEqualTo(Dialect.DEFAULT);
	}

	static Stream<Path> examples() throws IOException {
		try (Stream<Path> files = Files.list(DIRECTORY)) {
			return files.filter((file) -> file.toString().endsWith(SUFFIX)).sorted().toList().stream();
		}
	}

	private EhrRegistration read(Path example) throws IOException {
		String name = example.getFileName().toString();
		Path copy = this.directory.resolve(name.substring(0, name.length() - SUFFIX.length()));
		Files.copy(example, copy);
		return reader().read(copy).orElseThrow();
	}

	private static LaunchConfigReader reader() {
		MockEnvironment environment = new MockEnvironment();
		Stream.of("EPIC", "ORACLE_HEALTH", "ATHENAHEALTH", "MEDITECH", "OPENEMR", "MEDPLUM")
			.forEach((ehr) -> environment.setProperty(ehr + "_CLIENT_SECRET", "a-secret"));
		return new LaunchConfigReader(environment);
	}

}
