package org.twitchingreference.registration;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Room for so many requests at once; who waits for it is served in order. */
final class Places {

	private final Semaphore free;

	Places(int number) {
		this.free = new Semaphore(number, true);
	}

	/** Does the work in a place, or answers otherwise when none is free in time. */
	<T> T take(Duration patience, Supplier<T> work, Supplier<T> otherwise) {
		if (!isTaken(patience)) {
			return otherwise.get();
		}
		try {
			return work.get();
		}
		finally {
			this.free.release();
		}
	}

	private boolean isTaken(Duration patience) {
		try {
			return this.free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
