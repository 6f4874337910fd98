package org.twitchingreference.endtoend;

import java.time.Duration;
import java.util.concurrent.Callable;

import org.awaitility.Awaitility;

/** Waits for what others do, and leaves the processor to them meanwhile. */
public final class Awaited {

	private Awaited() {
	}

	/** Until it is so, however slow the machine is. */
	public static void until(Callable<Boolean> reached) {
		Awaitility.await()
			.pollInSameThread()
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(20))
			.atMost(Duration.ofMinutes(5))
			.until(reached);
	}

}
