package org.twitchingreference.chart;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** When a reading is given up. */
interface Deadline {

	/** Gives up when the time has come; what is complete by then does not mind. */
	void of(Runnable giveUp);

	static Deadline after(Duration duration) {
		return (giveUp) -> CompletableFuture.delayedExecutor(duration.toNanos(), TimeUnit.NANOSECONDS).execute(giveUp);
	}

}
