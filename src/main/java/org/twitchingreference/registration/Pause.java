package org.twitchingreference.registration;

import java.time.Duration;

/** How time is let pass between two requests; tests let none pass. */
@FunctionalInterface
interface Pause {

	/** Sleeps; wakes when the thread is no longer to wait. */
	Pause SLEEPING = (duration) -> Thread.sleep(duration.toMillis());

	void of(Duration duration) throws InterruptedException;

}
