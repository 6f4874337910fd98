package org.twitchingreference.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The open file of the audit trail. A line is written whole or not at all: if a full disk
 * takes only half of it, that half is cut off again. Another file is begun after each
 * day, at the maximum size, and when somebody removed or replaced the open one. A logging
 * library's appender would hide that the file cannot be written.
 */
final class AuditFile implements AutoCloseable {

	private final AuditFiles files;

	private final AuditProperties properties;

	private final Clock clock;

	private @Nullable FileChannel channel;

	private @Nullable Object key;

	private LocalDate day = LocalDate.MIN;

	AuditFile(AuditProperties properties, Clock clock) {
		this.files = new AuditFiles(Path.of(properties.file()));
		this.properties = properties;
		this.clock = clock;
	}

	/** Opens the file and returns where its chain ends. */
	AuditChain open() throws IOException {
		Files.createDirectories(Objects.requireNonNull(this.files.file().getParent()));
		AuditChain chain = this.files.chain();
		reopen();
		return chain;
	}

	/**
	 * Whether the file is still the one that is open. If somebody removed or replaced it,
	 * opens the one that is there now, or a new one.
	 */
	boolean isStillThere() throws IOException {
		Object known = this.key;
		if (!isSame()) {
			reopen();
		}
		return Objects.equals(known, this.key);
	}

	void append(String line) throws IOException {
		ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
		FileChannel open = channelFor(bytes.remaining());
		long before = open.size();
		try {
			while (bytes.hasRemaining()) {
				open.write(bytes);
			}
		}
		catch (IOException ex) {
			open.truncate(before);
			throw ex;
		}
	}

	@Override
	public void close() throws IOException {
		if (this.channel != null) {
			this.channel.close();
		}
	}

	/**
	 * The channel to write this many bytes to: that of the next file if the day or the
	 * size of this one is over.
	 */
	private FileChannel channelFor(int more) throws IOException {
		FileChannel open = Objects.requireNonNull(this.channel);
		long size = open.size();
		LocalDate today = LocalDate.now(this.clock);
		if (size > 0 && (!this.day.equals(today) || size + more > this.properties.maximumFile().toBytes())) {
			this.files.compress(this.day);
			this.files.deleteBefore(today.minusDays(this.properties.keepDays()));
			reopen();
		}
		this.day = today;
		return Objects.requireNonNull(this.channel);
	}

	private void reopen() throws IOException {
		close();
		Path file = this.files.file();
		this.channel = FileChannel.open(file,
				Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
		AuditFiles.protect(file);
		if (AuditFiles.endsWithinALine(file)) {
			this.channel.write(ByteBuffer.wrap(new byte[] { '\n' }));
		}
		BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
		this.key = attributes.fileKey();
		this.day = LocalDate.ofInstant(attributes.lastModifiedTime().toInstant(), this.clock.getZone());
	}

	/** Whether the path still leads to what is open. */
	private boolean isSame() {
		try {
			return this.channel != null && this.channel.isOpen() && Objects.equals(this.key,
					Files.readAttributes(this.files.file(), BasicFileAttributes.class).fileKey());
		}
		catch (IOException ex) {
			return false;
		}
	}

}
