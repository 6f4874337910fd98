package org.twitchingreference.assess.input;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.apache.commons.io.input.BOMInputStream;

/**
 * A file, or standard input, with one Bundle, or with one on each line (NDJSON); it may
 * be gzipped.
 */
public final class InputFile {

	public static final String STANDARD_INPUT = "-";

	private final String name;

	private final Opener opener;

	private InputFile(String name, Opener opener) {
		this.name = name.replaceAll("\\p{Cntrl}", "?");
		this.opener = opener;
	}

	public static InputFile of(String named, InputStream standardInput) {
		return new InputFile(named, named.equals(STANDARD_INPUT) ? () -> standardInput : () -> open(named));
	}

	private static InputStream open(String named) throws IOException {
		Path path = path(named);
		if (Files.isDirectory(path)) {
			throw new UnusableInputException("It is a directory; name the files in it.");
		}
		return Files.newInputStream(path);
	}

	private static Path path(String named) {
		try {
			return Path.of(named);
		}
		catch (InvalidPathException ex) {
			throw new UnusableInputException("It cannot be the name of a file; check it.");
		}
	}

	public void forEach(Consumer<Input> use) {
		try (InputStream opened = this.opener.open()) {
			new Inputs(this.name, withoutMark(unzipped(opened))).forEach(use);
		}
		catch (UnusableInputException ex) {
			use.accept(unusable(ex));
		}
		catch (IOException ex) {
			use.accept(unusable(new UnusableInputException(sentence(ex))));
		}
	}

	private Input unusable(UnusableInputException why) {
		return new Input(this.name, false, () -> {
			throw why;
		});
	}

	/**
	 * Recognised by the first two bytes (RFC 1952, 2.3.1), because a pipe has no
	 * extension.
	 */
	private static InputStream unzipped(InputStream raw) throws IOException {
		InputStream buffered = new BufferedInputStream(raw);
		buffered.mark(2);
		boolean zipped = buffered.read() == 0x1f && buffered.read() == 0x8b;
		buffered.reset();
		return zipped ? new GZIPInputStream(buffered, 1 << 16) : buffered;
	}

	/** Without the byte order mark, where there is one. */
	private static InputStream withoutMark(InputStream stream) throws IOException {
		return BOMInputStream.builder().setInputStream(stream).get();
	}

	private static String sentence(IOException failure) {
		if (failure instanceof NoSuchFileException) {
			return "There is no such file; check the path.";
		}
		if (failure instanceof AccessDeniedException) {
			return "It may not be read; check its permissions.";
		}
		if (failure instanceof ZipException || failure instanceof EOFException) {
			return "The gzip data is damaged or incomplete; copy the file again.";
		}
		return "It cannot be read; check the disk or the pipe it comes from.";
	}

	/** Opens what is to be read. */
	private interface Opener {

		InputStream open() throws IOException;

	}

}
