package org.twitchingreference.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The file of the audit trail, over days, restarts, full disks and who tampers with it.
 */
@ExtendWith(OutputCaptureExtension.class)
class AuditFileTests {

	@TempDir
	private Path directory;

	private Instant now = Instant.now();

	@Test
	void isReadByNobodyBeyondItsGroup() throws IOException {
		write(1);

		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-r-----");
	}

	@Test
	void chainsItsLinesAcrossRestartsAndDays() throws IOException {
		write(3);
		write(2);
		this.now = this.now.plus(Duration.ofDays(1));
		write(2);

		assertThat(aside()).singleElement()
			.satisfies((packed) -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(packed)))
				.isEqualTo("rw-r-----"));
		assertThat(verified(file(), aside().get(0))).contains("5 lines, whole; 1 to 5", "2 lines, whole; 6 to 7");
	}

	@Test
	void putsAFileThatIsFullAsideAndKeepsTheChain() throws IOException {
		try (AuditWriter writer = writer(500)) {
			IntStream.range(0, 40).forEach((line) -> writer.write("{\"line\":" + line + "}"));
		}

		assertThat(aside()).hasSizeGreaterThan(5)
			.allMatch((
					path) -> path.getFileName().toString().matches("audit\\.jsonl\\.\\d{4}-\\d{2}-\\d{2}\\.\\d+\\.gz"));
		assertThat(verified(Stream.concat(Stream.of(file()), aside().stream()).toArray(Path[]::new)))
			.contains(" to 40,");
	}

	@Test
	void deletesWhatIsOlderThanItIsKept() throws IOException {
		Path old = Files.createFile(this.directory.resolve("audit.jsonl.2025-01-01.0.gz"));
		Path foreign = Files.createFile(this.directory.resolve("other.jsonl.2025-01-01.0.gz"));
		writeThrough(500, 10);

		assertThat(old).doesNotExist();
		assertThat(foreign).exists();
	}

	/** A removed file is said in the log, and the next line begins another. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void noticesThatItWasRemovedOrReplaced(boolean replaced, CapturedOutput output) throws IOException {
		try (AuditWriter writer = writer(1 << 20)) {
			writer.write("{}");
			Files.move(file(), this.directory.resolve("taken"));
			if (replaced) {
				Files.createFile(file());
			}
			writer.write("{}");
			writer.write("{}");

			assertThat(writer.check()).isEqualTo(AuditWriter.State.REPLACED);
			assertThat(writer.check()).isEqualTo(AuditWriter.State.WRITTEN);
		}

		assertThat(output.getAll().split("Audit trail was removed or replaced", -1)).hasSize(2);
		assertThat(verified(file())).contains("2 lines, whole; 2 to 3");
		assertThat(verified(this.directory.resolve("taken"), file())).contains("1 lines, whole; 1 to 1");
	}

	/** Says it once, keeps the lines, and writes them when there is room. */
	@Test
	void healsWhenItCanBeWrittenAgain(CapturedOutput output) throws IOException {
		Path folder = Files.createDirectory(this.directory.resolve("folder"));
		try (AuditWriter writer = new AuditWriter(properties(folder.resolve("audit.jsonl"), 1 << 20),
				new AuditFile(properties(folder.resolve("audit.jsonl"), 1 << 20), clock()))) {
			writer.write("{}");
			Files.move(folder, this.directory.resolve("gone"));
			writer.write("{}");
			writer.write("{}");
			assertThat(writer.check()).isEqualTo(AuditWriter.State.UNWRITABLE);
			Files.move(this.directory.resolve("gone"), folder);
			assertThat(writer.check()).isEqualTo(AuditWriter.State.WRITTEN);
			writer.write("{}");
		}

		assertThat(output.getAll().split("Audit trail cannot be written", -1)).hasSize(2);
		assertThat(output).contains("Audit trail is written again; 0 lines were lost");
		assertThat(verified(folder.resolve("audit.jsonl"))).contains("4 lines, whole; 1 to 4");
	}

	/** Nobody may have anything to write while the server takes no launches. */
	@Test
	void isSeenToBeGoneAndBackWhereNothingIsWritten() throws IOException {
		Path folder = Files.createDirectory(this.directory.resolve("folder"));
		AuditProperties properties = properties(folder.resolve("audit.jsonl"), 1 << 20);
		try (AuditWriter writer = new AuditWriter(properties, new AuditFile(properties, clock()))) {
			assertThat(writer.check()).isEqualTo(AuditWriter.State.WRITTEN);

			Files.move(folder, this.directory.resolve("gone"));
			assertThat(writer.check()).isEqualTo(AuditWriter.State.UNWRITABLE);

			Files.createDirectory(folder);
			assertThat(writer.check()).isEqualTo(AuditWriter.State.REPLACED);
			assertThat(writer.check()).isEqualTo(AuditWriter.State.WRITTEN);
		}
	}

	@Test
	void forgetsNoMoreThanItSays(CapturedOutput output) throws IOException {
		Path folder = Files.createDirectory(this.directory.resolve("folder"));
		Path file = folder.resolve("audit.jsonl");
		try (AuditWriter writer = new AuditWriter(properties(file, 1 << 30),
				new AuditFile(properties(file, 1 << 30), clock()))) {
			Files.move(folder, this.directory.resolve("gone"));
			IntStream.range(0, AuditWriter.MOST_WAITING + 7).forEach((line) -> writer.write("{}"));
			Files.move(this.directory.resolve("gone"), folder);
			writer.write("{}");
		}

		assertThat(output).contains("Audit trail is written again; 8 lines were lost");
		assertThat(verified(file)).contains("10000 lines, whole; 9 to 10008");
	}

	@ParameterizedTest
	@ValueSource(strings = { "change", "remove", "swap", "insert", "cut", "renumber" })
	void theCommandFindsWhereItWasTamperedWith(String how) throws IOException {
		write(5);
		List<String> lines = new ArrayList<>(Files.readAllLines(file()));
		switch (how) {
			case "change" -> lines.set(2, lines.get(2).replace("\"line\":2", "\"line\":9"));
			case "remove" -> lines.remove(2);
			case "swap" -> lines.set(2, lines.set(3, lines.get(2)));
			case "insert" -> lines.add(2, lines.get(1));
			case "cut" -> lines.set(2, lines.get(2).substring(0, 20));
			default -> lines.set(2, lines.get(2).replace("\"number\":3", "\"number\":4"));
		}
		Files.write(file(), lines);

		assertThat(verify(2, file())).contains("audit.jsonl: the chain is broken at line 3");
	}

	@Test
	void theCommandSaysThatTheFileOfAnEarlierVersionHasToBePutAside() throws IOException {
		Files.writeString(file(), "{\"time\":\"2026-10-01T10:00:00.000Z\",\"event\":\"read\"}\n".repeat(2));
		write(3);

		assertThat(verify(2, file())).contains("audit.jsonl: the chain is broken at line 1; lines without number",
				"put aside before the upgrade");

		Files.write(file(), Files.readAllLines(file()).subList(2, 5));
		assertThat(verified(file())).contains("3 lines, whole; 1 to 3");
	}

	/** The line that a crash cut off stays what it is, and costs no other. */
	@Test
	void goesOnAfterALineThatWasCutOff() throws IOException {
		write(2);
		Files.writeString(file(), "{\"time\":\"2026", StandardOpenOption.APPEND);

		write(1);

		assertThat(Files.readAllLines(file())).hasSize(4).last().asString().contains("\"number\":3,");
		assertThat(verify(2, file())).contains("the chain is broken at line 3");
	}

	@Test
	void theCommandSaysWhatItNeeds() {
		assertThat(verify(2)).startsWith("Usage: java -jar twitching-reference.jar verify-audit FILE");
		assertThat(verify(2, this.directory.resolve("none"))).startsWith("Name files that can be read: ");
	}

	@Test
	void refusesAFileThatCannotBeWritten() {
		assertThatExceptionOfType(AuditUnusableException.class)
			.isThrownBy(() -> new AuditWriter(properties(this.directory, 1),
					new AuditFile(properties(this.directory, 1), clock())))
			.withMessageStartingWith("Make the audit trail " + this.directory + " writable");
	}

	private void write(int lines) throws IOException {
		writeThrough(1 << 20, lines);
	}

	private void writeThrough(int size, int lines) throws IOException {
		try (AuditWriter writer = writer(size)) {
			IntStream.range(0, lines).forEach((line) -> writer.write("{\"line\":" + line + "}"));
		}
		Files.setLastModifiedTime(file(), FileTime.from(this.now));
	}

	private AuditWriter writer(int size) {
		return new AuditWriter(properties(file(), size), new AuditFile(properties(file(), size), clock()));
	}

	private Path file() {
		return this.directory.resolve("audit.jsonl");
	}

	private List<Path> aside() throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.filter((file) -> file.toString().endsWith(".gz")).toList();
		}
	}

	private Clock clock() {
		return Clock.fixed(this.now, ZoneOffset.UTC);
	}

	private static String verified(Path... files) {
		return verify(0, files);
	}

	/** What the command prints, which ends with this status. */
	private static String verify(int status, Path... files) {
		ByteArrayOutputStream printed = new ByteArrayOutputStream();
		PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
		int ended = new VerifyAuditCommand(out, out).verify(Stream.of(files).map(Path::toString).toList());

		assertThat(ended).as(printed.toString(StandardCharsets.UTF_8)).isEqualTo(status);
		return printed.toString(StandardCharsets.UTF_8);
	}

	private static AuditProperties properties(Path file, int size) {
		return new AuditProperties(file.toString(), DataSize.ofBytes(size), 30, null, false, false);
	}

}
