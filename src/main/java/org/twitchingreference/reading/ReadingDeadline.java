package org.twitchingreference.reading;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The time after which reading is given up. */
interface ReadingDeadline {

	/** Gives up when the time has come; does nothing to what is complete by then. */
	void of(Runnable giveUp);

	static ReadingDeadline after(Duration duration) {
		return new After(duration);
	}

	/** The deadline, counted from the beginning. */
	record After(Duration duration) implements ReadingDeadline {

		@Override
		public void of(Runnable giveUp) {
			CompletableFuture.delayedExecutor(this.duration.toNanos(), TimeUnit.NANOSECONDS).execute(giveUp);
		}

	}

}
