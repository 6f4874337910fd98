package org.twitchingreference.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a number of calls run at once; others wait for their turn, in order of arrival.
 */
final class Bulkhead {

	private final Semaphore free;

	Bulkhead(int atOnce) {
		this.free = new Semaphore(atOnce, true);
	}

	/**
	 * Makes the call when it is its turn. If that does not happen within the longest
	 * wait, or the waiting thread is interrupted, returns the result for a refused call
	 * instead.
	 */
	<T> T call(Duration longestWait, Supplier<T> work, Supplier<T> whenRefused) {
		if (!isAdmitted(longestWait)) {
			return whenRefused.get();
		}
		try {
			return work.get();
		}
		finally {
			this.free.release();
		}
	}

	private boolean isAdmitted(Duration longestWait) {
		try {
			return this.free.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
