package org.twitchingreference.registration;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Ticker;

/** How long an answer is still of use; what waits for one gives up with it. */
@FunctionalInterface
public interface Deadline {

	/** None beyond the bounds of each request. */
	Deadline NONE = () -> Duration.ofDays(1);

	/** The time that is left; zero when it is over. */
	Duration left();

	/** The end of this duration from now. */
	static Deadline in(Duration duration, Ticker ticker) {
		long end = ticker.read() + duration.toNanos();
		return () -> Duration.ofNanos(Math.max(0, end - ticker.read()));
	}

	/** Whether there is not even this much time left. */
	default boolean isBefore(Duration duration) {
		return left().compareTo(duration) <= 0;
	}

	/** The duration, or what is left where that is less. */
	default Duration atMost(Duration duration) {
		return isBefore(duration) ? left() : duration;
	}

}
