package org.twitchingreference.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The file of the trail, and beside it the finished ones, compressed, under its name with
 * ".DATE.NUMBER.gz". The owner can write, the group can read, nobody else can do either
 * (0640).
 */
record AuditFiles(Path file) {

	private static final String PERMISSIONS = "rw-r-----";

	AuditFiles {
		file = file.toAbsolutePath();
	}

	/** Compresses the file of the day under a name of its own, and removes it. */
	void compress(LocalDate day) throws IOException {
		int number = 0;
		Path packed;
		do {
			packed = this.file.resolveSibling(this.file.getFileName() + "." + day + "." + number++ + ".gz");
		}
		while (Files.exists(packed));
		Path packing = packed.resolveSibling(packed.getFileName() + ".new");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packing))) {
			Files.copy(this.file, out);
		}
		protect(packing);
		Files.move(packing, packed, StandardCopyOption.ATOMIC_MOVE);
		Files.delete(this.file);
	}

	/** Deletes the finished files of days before this one. */
	void deleteBefore(LocalDate day) throws IOException {
		for (FinishedFile file : finished()) {
			if (file.day().isBefore(day)) {
				Files.deleteIfExists(file.path());
			}
		}
	}

	/**
	 * Where the chain ends: at the last line of this file or, if it has none, of the
	 * newest finished one.
	 */
	AuditChain chain() throws IOException {
		Stream<Path> newestFirst = Stream.concat(Stream.of(this.file).filter(Files::exists),
				finished().stream().sorted(Comparator.reverseOrder()).map(FinishedFile::path));
		return newestFirst.map(AuditFiles::lastOf).flatMap(Optional::stream).findFirst().orElse(AuditChain.START);
	}

	static void protect(Path path) throws IOException {
		PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
		if (posix != null) {
			posix.setPermissions(PosixFilePermissions.fromString(PERMISSIONS));
		}
	}

	/** Whether a crash cut the last line off. */
	static boolean endsWithinALine(Path path) throws IOException {
		try (SeekableByteChannel channel = Files.newByteChannel(path)) {
			ByteBuffer last = ByteBuffer.allocate(1);
			return channel.size() > 0 && channel.position(channel.size() - 1).read(last) == 1 && last.get(0) != '\n';
		}
	}

	/** The lines of a file, packed or not. */
	static BufferedReader lines(Path path) throws IOException {
		InputStream in = Files.newInputStream(path);
		boolean isPacked = path.toString().endsWith(".gz");
		return new BufferedReader(
				new InputStreamReader(isPacked ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
	}

	/** Empty if the file has no line or is damaged. */
	private static Optional<AuditChain> lastOf(Path path) {
		try (BufferedReader lines = lines(path)) {
			Optional<AuditChain> last = Optional.empty();
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				last = AuditChain.after(line).map(Optional::of).orElse(last);
			}
			return last;
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	private List<FinishedFile> finished() throws IOException {
		Pattern name = Pattern.compile(
				Pattern.quote(String.valueOf(this.file.getFileName())) + "\\.(\\d{4}-\\d{2}-\\d{2})\\.(\\d{1,9})\\.gz");
		try (Stream<Path> files = Files.list(Objects.requireNonNull(this.file.getParent()))) {
			return files.map((path) -> FinishedFile.of(path, name.matcher(String.valueOf(path.getFileName()))))
				.flatMap(Optional::stream)
				.toList();
		}
	}

	/** A finished file. */
	private record FinishedFile(LocalDate day, int number, Path path) implements Comparable<FinishedFile> {

		static Optional<FinishedFile> of(Path path, Matcher name) {
			return name.matches()
					? Optional
						.of(new FinishedFile(LocalDate.parse(name.group(1)), Integer.parseInt(name.group(2)), path))
					: Optional.empty();
		}

		@Override
		public int compareTo(FinishedFile other) {
			return Comparator.comparing(FinishedFile::day).thenComparing(FinishedFile::number).compare(this, other);
		}

	}

}
