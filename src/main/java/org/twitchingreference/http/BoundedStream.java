package org.twitchingreference.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.commons.io.input.ProxyInputStream;

/** Counts the bytes that are read; one more than the bound closes the stream. */
final class BoundedStream extends ProxyInputStream {

	private final long bound;

	private final AtomicLong count;

	BoundedStream(InputStream stream, long bound, AtomicLong count) {
		super(stream);
		this.bound = bound;
		this.count = count;
	}

	@Override
	protected void afterRead(int read) throws IOException {
		if (this.count.addAndGet(Math.max(read, 0)) > this.bound) {
			close();
			throw new BodyTooLargeException();
		}
	}

}
