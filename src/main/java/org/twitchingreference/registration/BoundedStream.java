package org.twitchingreference.registration;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is read; past the bound, or past the time, it closes the stream. */
final class BoundedStream extends FilterInputStream {

	private final long bound;

	private final long deadline;

	private final AtomicLong count;

	BoundedStream(InputStream stream, long bound, long deadline, AtomicLong count) {
		super(stream);
		this.bound = bound;
		this.deadline = deadline;
		this.count = count;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		int read = readInTime(bytes, offset, length);
		if (this.count.addAndGet(Math.max(read, 0)) > this.bound) {
			super.close();
			throw new BodyTooLargeException();
		}
		return read;
	}

	/** The HTTP client closes a stream at its time-out without saying why. */
	private int readInTime(byte[] bytes, int offset, int length) throws IOException {
		try {
			return super.read(bytes, offset, length);
		}
		catch (IOException ex) {
			if (System.nanoTime() - this.deadline >= 0) {
				throw new HttpTimeoutException("The answer took too long");
			}
			throw ex;
		}
	}

}
