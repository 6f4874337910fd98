package org.twitchingreference.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.twitchingreference.startup.SecretFiles;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class AuditTrailTests {

	private final List<String> lines = new ArrayList<>();

	private final MeterRegistry meters = new SimpleMeterRegistry();

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
		trail.drafted(2, 1);
		this.audit.refused("-", "unknown-issuer", "203.0.113.9");
		this.audit.refusedRequest("no-launch", "evil\n{}");

		assertThat(this.lines).hasSize(8).allSatisfy((line) -> assertThat(line).doesNotContain("secret-", "\n"));
		assertThat(this.lines.get(0)).matches("\\{\"time\":\"2026-11-22T10:15:30.123Z\",\"event\":\"launch\","
				+ "\"ehr\":\"ehr\",\"launch\":\"[0-9a-f]{32}\",\"patient\":\"[0-9a-f]{32}\","
				+ "\"user\":\"[0-9a-f]{32}\",\"outcome\":\"opened\"}");
		assertThat(this.lines.get(1)).contains("\"event\":\"read\"", "\"outcome\":\"read\"",
				"\"parts\":{\"PROBLEMS\":\"OK\"}");
		assertThat(this.lines.get(2)).contains("\"outcome\":\"failed\"");
		assertThat(this.lines.get(3)).contains("\"event\":\"view\"", "\"page\":\"assessment\"", "\"whole\":true");
		assertThat(this.lines.get(4)).contains("\"event\":\"end\"", "\"outcome\":\"closed\"");
		assertThat(this.lines.get(5)).contains("\"event\":\"draft\"", "\"created\":2", "\"others\":1");
		assertThat(this.lines.get(6)).contains("\"event\":\"launch\",", "\"ehr\":\"-\"", "\"client\":\"203.0.113.9\"")
			.endsWith(",\"outcome\":\"unknown-issuer\"}");
		assertThat(this.lines.get(7)).contains("\"event\":\"request\",", "\"client\":\"-\"",
				"\"outcome\":\"no-launch\"");
	}

	@Test
	void staysOneLineWhateverTheWordsAre() {
		this.audit.refused("ehr\r\n{\"event\":\"launch\"}\u2028\u0085\u001b[2J\u202e", "x", "192.0.2.1");

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
	void writesNoMoreRefusalsOfAMinuteThanItSays() {
		MovedClock clock = new MovedClock();
		AuditTrail trail = new AuditTrail(Pseudonyms.with(null), true, this.lines::add, new EventCounts(this.meters),
				clock);
		for (int refusal = 0; refusal < RefusalLimit.MOST + 5; refusal++) {
			trail.refusedRequest("no-launch", "192.0.2.1");
		}
		assertThat(this.lines).hasSize(RefusalLimit.MOST).noneMatch((line) -> line.contains("192.0.2.1"));

		clock.now = clock.now.plusSeconds(60);
		trail.refusedRequest("no-launch", "192.0.2.1");

		assertThat(this.meters.get("twitching.requests.refused").tag("outcome", "no-launch").counter().count())
			.isEqualTo(RefusalLimit.MOST + 6);
		assertThat(this.lines.subList(RefusalLimit.MOST, this.lines.size())).hasSize(2)
			.first()
			.asString()
			.contains("\"count\":5,\"outcome\":\"more-refused\"");
	}

	@Test
	void keepsIdsApartThatReadTheSameWhenJoined(@TempDir Path directory) throws IOException {
		Path key = SecretFiles.write(directory.resolve("key"), "k".repeat(32));
		Pseudonyms pseudonyms = Pseudonyms.with(key);

		assertThat(pseudonyms.of("user", "a", "bc")).isEqualTo(Pseudonyms.with(key).of("user", "a", "bc"))
			.isNotEqualTo(pseudonyms.of("user", "ab", "c"))
			.isNotEqualTo(pseudonyms.of("patient", "a", "bc"));
	}

	@Test
	void asksForAKeyThatIsOne(@TempDir Path directory) throws IOException {
		Path key = SecretFiles.write(directory.resolve("key"), "k".repeat(31));

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
				new AuditConfiguration().auditTrail(properties, sink, this.meters)
					.refused("ehr", "unknown-issuer {} %d", "192.0.2.1");
			}
		}

		assertThat(Files.readAllLines(file)).hasSize(2)
			.allMatch((line) -> line.contains("\"outcome\":\"unknown-issuer {} %d\""));
		assertThat(output).doesNotContain("unknown-issuer");
	}

	@Test
	void logsOnlyWhereItIsToldTo(CapturedOutput output) {
		AuditProperties properties = new AuditProperties("", DataSize.ofMegabytes(1), 1, null, false, true);
		try (AuditConfiguration.AuditSink sink = new AuditConfiguration().auditSink(properties)) {
			new AuditConfiguration().auditTrail(properties, sink, this.meters)
				.refused("ehr", "unknown-issuer", "192.0.2.1");
		}

		assertThat(output).contains("\"outcome\":\"unknown-issuer\"");
	}

	private static AuditProperties properties(Path file, boolean console) {
		return new AuditProperties(file.toString(), DataSize.ofMegabytes(1), 1, null, false, console);
	}

	private static final class MovedClock extends Clock {

		private Instant now = Instant.parse("2026-11-22T10:15:30Z");

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
