package org.twitchingreference.http.body;

import java.io.Closeable;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.twitchingreference.capacity.FairShare;

/**
 * Memory for bodies that are being received. The first piece of each body is free,
 * because the number of requests at once is limited; further pieces need room in a common
 * budget, of which each server has a fair share. A body that finds no room is not read
 * further, so that the server waits too, until another one is complete or its time is
 * over. One body of each server may always continue, so that they never wait only for
 * each other.
 */
public final class BodyMemory {

	/**
	 * How many bytes of room are taken at a time, and how many of each body are free.
	 */
	public static final int PIECE = 128 * 1024;

	/** The multiple of {@link FairShare}: one server alone may have three quarters. */
	private static final int SHARE_MULTIPLE = 3;

	private final FairShare share;

	/** The servers that each have one body continuing without room. */
	private final Set<String> continuing = new HashSet<>();

	public BodyMemory(long bytes) {
		this.share = new FairShare(bytes, SHARE_MULTIPLE);
	}

	/**
	 * A thirty-second of the heap: while a body is assembled it takes twice its bytes.
	 */
	public static BodyMemory ofHeap() {
		return new BodyMemory(Runtime.getRuntime().maxMemory() / 32);
	}

	/** For a body of this server, with its deadline. */
	public Body body(String server, Duration time) {
		return new Body(server, System.nanoTime() + time.toNanos());
	}

	/** The room that one body takes until it is read. */
	public final class Body implements Closeable {

		private final String server;

		/** In the time of System.nanoTime(). */
		private final long deadline;

		private long taken;

		private boolean continuesWithoutRoom;

		private Body(String server, long deadline) {
			this.server = server;
			this.deadline = deadline;
		}

		/** Called when this many bytes were read; waits until there is room for more. */
		public void hasRead(long bytes) throws InterruptedIOException {
			synchronized (BodyMemory.this) {
				while (!this.continuesWithoutRoom && bytes > this.taken + PIECE) {
					if (BodyMemory.this.share.take(this.server, PIECE)) {
						this.taken += PIECE;
					}
					else if (BodyMemory.this.continuing.add(this.server)) {
						this.continuesWithoutRoom = true;
					}
					else {
						await();
					}
				}
			}
		}

		/** Gives everything back. */
		@Override
		public void close() {
			synchronized (BodyMemory.this) {
				BodyMemory.this.share.giveBack(this.server, this.taken);
				this.taken = 0;
				if (this.continuesWithoutRoom) {
					BodyMemory.this.continuing.remove(this.server);
				}
				BodyMemory.this.notifyAll();
			}
		}

		private void await() throws InterruptedIOException {
			long left = this.deadline - System.nanoTime();
			if (left <= 0) {
				throw new SocketTimeoutException("There was no room for the answer");
			}
			try {
				TimeUnit.NANOSECONDS.timedWait(BodyMemory.this, left);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new InterruptedIOException("Nobody waits for the answer");
			}
		}

	}

}
