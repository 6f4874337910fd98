package org.twitchingreference.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class AuditTrailTests {

	private final List<String> lines = new ArrayList<>();

	private final AuditTrail audit = AuditFixture.trail(this.lines::add);

	@Test
	void writesWhatHappensInALaunch() {
		LaunchTrail trail = this.audit.of("ehr", "https://ehr.example.org/fhir", "secret-launch", "secret-patient",
				Optional.of("secret-user"));

		trail.opened();
		trail.read(Map.of("PROBLEMS", "OK"));
		trail.read(Map.of());
		trail.viewed("assessment", true);
		trail.ended("closed");
		this.audit.refused("-", "unknown-issuer");

		assertThat(this.lines).hasSize(6).allSatisfy((line) -> assertThat(line).doesNotContain("secret-", "\n"));
		assertThat(this.lines.get(0)).matches("\\{\"time\":\"2026-11-22T10:15:30.123Z\",\"event\":\"launch\","
				+ "\"ehr\":\"ehr\",\"launch\":\"[0-9a-f]{32}\",\"patient\":\"[0-9a-f]{32}\","
				+ "\"user\":\"[0-9a-f]{32}\",\"outcome\":\"opened\"}");
		assertThat(this.lines.get(1)).contains("\"event\":\"read\"", "\"outcome\":\"read\"",
				"\"parts\":{\"PROBLEMS\":\"OK\"}");
		assertThat(this.lines.get(2)).contains("\"outcome\":\"failed\"");
		assertThat(this.lines.get(3)).contains("\"event\":\"view\"", "\"page\":\"assessment\"", "\"whole\":true");
		assertThat(this.lines.get(4)).contains("\"event\":\"end\"", "\"outcome\":\"closed\"");
		assertThat(this.lines.get(5)).endsWith("\"event\":\"launch\",\"ehr\":\"-\",\"outcome\":\"unknown-issuer\"}");
	}

	@Test
	void staysOneLineWhateverTheWordsAre() {
		this.audit.refused("ehr\r\n{\"event\":\"launch\"}\u2028\u0085\u001b[2J\u202e", "x");

		assertThat(this.lines).singleElement().asString().matches("[\\x20-\\x7e]+");
	}

	@Test
	void namesTheSamePatientAlikeOnlyAtTheSameEhrAndWithTheSameKey() {
		this.audit.of("a", "https://one.example", "l", "p1", Optional.empty()).opened();
		this.audit.of("a", "https://one.example", "l", "p1", Optional.empty()).opened();
		this.audit.of("a", "https://two.example", "l", "p1", Optional.empty()).opened();
		AuditFixture.trail(this.lines::add).of("a", "https://one.example", "l", "p1", Optional.empty()).opened();

		List<String> patients = this.lines.stream().map((line) -> line.replaceAll(".*patient\":\"|\".*", "")).toList();
		assertThat(patients.get(0)).isEqualTo(patients.get(1)).isNotEqualTo(patients.get(2));
		assertThat(patients.get(3)).isNotEqualTo(patients.get(0)).isNotEqualTo(patients.get(2));
	}

	@Test
	void keepsIdsApartThatReadTheSameWhenJoined(@TempDir Path directory) throws IOException {
		Path key = Files.writeString(directory.resolve("key"), "k".repeat(32));
		Pseudonyms pseudonyms = Pseudonyms.with(key);

		assertThat(pseudonyms.of("user", "a", "bc")).isEqualTo(Pseudonyms.with(key).of("user", "a", "bc"))
			.isNotEqualTo(pseudonyms.of("user", "ab", "c"))
			.isNotEqualTo(pseudonyms.of("patient", "a", "bc"));
	}

	@Test
	void asksForAKeyThatIsOne(@TempDir Path directory) throws IOException {
		Path key = Files.writeString(directory.resolve("key"), "k".repeat(31));

		assertThatExceptionOfType(AuditUnusableException.class).isThrownBy(() -> Pseudonyms.with(key))
			.withMessageStartingWith("Put 32 random bytes or more into twitching.audit.key-file");
		assertThatExceptionOfType(AuditUnusableException.class)
			.isThrownBy(() -> Pseudonyms.with(directory.resolve("none")))
			.withMessageStartingWith("Make twitching.audit.key-file");
	}

	@Test
	void keepsAFileOfItsOwnAndLogsNothing(@TempDir Path directory, CapturedOutput output) throws IOException {
		Path file = directory.resolve("kept/audit.jsonl");
		AuditProperties properties = properties(file, false);
		for (int start = 0; start < 2; start++) {
			try (AuditConfiguration.AuditSink sink = new AuditConfiguration().auditSink(properties)) {
				new AuditConfiguration().auditTrail(properties, sink).refused("ehr", "unknown-issuer {} %d");
			}
		}

		assertThat(Files.readAllLines(file)).hasSize(2)
			.allMatch((line) -> line.endsWith("\"outcome\":\"unknown-issuer {} %d\"}"));
		assertThat(output).doesNotContain("unknown-issuer");
	}

	@Test
	void putsAFileThatIsFullAsideAndPacksIt(@TempDir Path directory) throws IOException {
		Path file = directory.resolve("audit.jsonl");
		AuditProperties properties = new AuditProperties(file.toString(), DataSize.ofBytes(100), 1, null, false);
		try (AuditFile audit = new AuditFile(properties)) {
			IntStream.range(0, 3000).forEach((i) -> audit.write("{\"line\":" + i + "}"));
		}

		try (Stream<Path> files = Files.list(directory)) {
			assertThat(files).anyMatch((aside) -> aside.getFileName()
				.toString()
				.matches("audit\\.jsonl\\.\\d{4}-\\d{2}-\\d{2}\\.\\d+\\.gz"));
		}
	}

	@Test
	void logsOnlyWhereItIsToldTo(CapturedOutput output) {
		AuditProperties properties = new AuditProperties("", DataSize.ofMegabytes(1), 1, null, true);
		try (AuditConfiguration.AuditSink sink = new AuditConfiguration().auditSink(properties)) {
			new AuditConfiguration().auditTrail(properties, sink).refused("ehr", "unknown-issuer");
		}

		assertThat(output).contains("\"outcome\":\"unknown-issuer\"");
	}

	@Test
	void refusesAFileThatCannotBeWritten(@TempDir Path directory) {
		assertThatExceptionOfType(AuditUnusableException.class)
			.isThrownBy(() -> new AuditFile(properties(directory, false)))
			.withMessageStartingWith("Make the audit trail " + directory + " writable");
	}

	private static AuditProperties properties(Path file, boolean console) {
		return new AuditProperties(file.toString(), DataSize.ofMegabytes(1), 1, null, console);
	}

}
