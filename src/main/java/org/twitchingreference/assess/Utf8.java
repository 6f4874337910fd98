package org.twitchingreference.assess;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Streams in UTF-8, as JSON must be (RFC 8259, 8.1), whatever the locale. */
final class Utf8 {

	private static final byte[] MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

	private Utf8() {
	}

	static PrintStream output() {
		return stream(FileDescriptor.out);
	}

	static PrintStream errors() {
		return stream(FileDescriptor.err);
	}

	/** What follows the byte order mark, where there is one. */
	static InputStream withoutMark(InputStream stream) throws IOException {
		PushbackInputStream pushback = new PushbackInputStream(stream, MARK.length);
		byte[] start = pushback.readNBytes(MARK.length);
		if (!Arrays.equals(start, MARK)) {
			pushback.unread(start);
		}
		return pushback;
	}

	private static PrintStream stream(FileDescriptor descriptor) {
		return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor)), false,
				StandardCharsets.UTF_8);
	}

}
