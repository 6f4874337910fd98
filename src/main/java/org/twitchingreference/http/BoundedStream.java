package org.twitchingreference.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.commons.io.input.ProxyInputStream;

/**
 * Counts the bytes that are read, and tells of them; one more than the bound closes the
 * stream.
 */
final class BoundedStream extends ProxyInputStream {

	private final long bound;

	private final AtomicLong count;

	private final Progress progress;

	BoundedStream(InputStream stream, long bound, AtomicLong count, Progress progress) {
		super(stream);
		this.bound = bound;
		this.count = count;
		this.progress = progress;
	}

	@Override
	protected void afterRead(int read) throws IOException {
		long all = this.count.addAndGet(Math.max(read, 0));
		if (all > this.bound) {
			close();
			throw new BodyTooLargeException();
		}
		this.progress.hasRead(all);
	}

	/** Is told how many bytes are read, and may keep more from being read. */
	@FunctionalInterface
	interface Progress {

		/** Whatever is small needs no watching. */
		Progress UNWATCHED = (bytes) -> {
		};

		void hasRead(long bytes) throws IOException;

	}

}
