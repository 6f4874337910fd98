package org.twitchingreference.registration;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is read; past the bound it closes the stream. */
final class BoundedStream extends FilterInputStream {

	private final long bound;

	private final AtomicLong count;

	BoundedStream(InputStream stream, long bound, AtomicLong count) {
		super(stream);
		this.bound = bound;
		this.count = count;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		int read = super.read(bytes, offset, length);
		if (this.count.addAndGet(Math.max(read, 0)) > this.bound) {
			super.close();
			throw new BodyTooLargeException();
		}
		return read;
	}

}
