package org.twitchingreference.reading;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The time after which reading is given up. */
interface ReadingDeadline {

	/**
	 * Schedules the giving up, counted from now; it does nothing to what is complete by
	 * then.
	 */
	void schedule(Runnable giveUp);

	static ReadingDeadline after(Duration duration) {
		return new After(duration);
	}

	/** The deadline, counted from the beginning. */
	record After(Duration duration) implements ReadingDeadline {

		@Override
		public void schedule(Runnable giveUp) {
			CompletableFuture.delayedExecutor(this.duration.toNanos(), TimeUnit.NANOSECONDS).execute(giveUp);
		}

	}

}
