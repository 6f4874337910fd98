package org.twitchingreference.assess.input;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Streams in UTF-8, as JSON must be (RFC 8259, 8.1), whatever the locale. */
public final class Utf8 {

	private Utf8() {
	}

	public static PrintStream output() {
		return stream(FileDescriptor.out);
	}

	public static PrintStream errors() {
		return stream(FileDescriptor.err);
	}

	private static PrintStream stream(FileDescriptor descriptor) {
		return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor)), false,
				StandardCharsets.UTF_8);
	}

}
