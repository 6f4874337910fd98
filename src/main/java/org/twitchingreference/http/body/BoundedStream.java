package org.twitchingreference.http.body;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.commons.io.input.ProxyInputStream;

/**
 * Counts the bytes read and reports them; one more than the limit closes the stream.
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

	/** Is told how many bytes were read, and may hold up further reading. */
	@FunctionalInterface
	interface Progress {

		/** Small bodies need no observer. */
		Progress UNWATCHED = (bytes) -> {
		};

		void hasRead(long bytes) throws IOException;

	}

}
