package org.twitchingreference.registration;

import java.time.Duration;

/** Waits between two requests; tests do not. */
@FunctionalInterface
interface Pause {

	/** Sleeps until the time is over or the thread is interrupted. */
	Pause SLEEPING = (duration) -> Thread.sleep(duration.toMillis());

	void sleep(Duration duration) throws InterruptedException;

}
