package org.twitchingreference.http;

import java.time.Duration;

/** Waits between two requests; tests do not. */
@FunctionalInterface
public interface Pause {

	/** Sleeps until the time is over or the thread is interrupted. */
	Pause SLEEPING = (duration) -> Thread.sleep(duration.toMillis());

	void sleep(Duration duration) throws InterruptedException;

}
