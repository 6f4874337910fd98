package org.twitchingreference.endtoend.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

import org.twitchingreference.endtoend.PlayedBrowser;

/**
 * The clock of one process, which a file sets wrong by so many seconds, also while it
 * runs (Debian's package "libfaketime").
 */
record WrongClock(Path file) {

	private static final Path LIBRARIES = Path.of("/usr/lib");

	private static final Path MEMORY = Path.of("/dev/shm");

	/** Whether this machine has the library. */
	static boolean isInstalled() {
		return library().isPresent();
	}

	private static Optional<Path> library() {
		if (!Files.isDirectory(LIBRARIES)) {
			return Optional.empty();
		}
		try (DirectoryStream<Path> architectures = Files.newDirectoryStream(LIBRARIES, Files::isDirectory)) {
			for (Path architecture : architectures) {
				Path library = architecture.resolve("faketime").resolve("libfaketimeMT.so.1");
				if (Files.isReadable(library)) {
					return Optional.of(library);
				}
			}
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What the process is started with; only the time of day is wrong, no waiting. */
	Map<String, String> environment() {
		return Map.of("LD_PRELOAD", library().orElseThrow().toString(), "FAKETIME_TIMESTAMP_FILE", this.file.toString(),
				"FAKETIME_CACHE_DURATION", "1", "FAKETIME_DONT_FAKE_MONOTONIC", "1", "FAKETIME_FORCE_MONOTONIC_FIX",
				"0");
	}

	/** Ahead by so many seconds, or behind. */
	WrongClock by(int seconds) {
		try {
			Files.writeString(this.file, "%+d%n".formatted(seconds));
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Deletes what the library leaves in memory of a process that was killed. */
	static void forget(long process) {
		try {
			Files.deleteIfExists(MEMORY.resolve("faketime_shm_" + process));
			Files.deleteIfExists(MEMORY.resolve("sem.faketime_sem_" + process));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Whether the node tells the time that is wrong by so many seconds. */
	static boolean isWrongAt(URI node, int seconds) {
		Instant before = Instant.now();
		Instant told = ZonedDateTime
			.parse(new PlayedBrowser().get(node.resolve("/jwks.json")).header("Date"),
					DateTimeFormatter.RFC_1123_DATE_TIME)
			.toInstant();
		// In whole seconds, and a second old at most
		return !told.isBefore(before.plusSeconds(seconds - 2L)) && !told.isAfter(Instant.now().plusSeconds(seconds));
	}

}
