package org.twitchingreference.http;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Ticker;

/**
 * The moment after which an answer is no longer useful; whatever waits for one gives up
 * then.
 */
@FunctionalInterface
public interface Deadline {

	/** No deadline: each request is limited only by its timeout. */
	Deadline NONE = () -> Duration.ofDays(1);

	/** The time left; zero once the deadline has passed. */
	Duration left();

	/** The deadline this long from now. */
	static Deadline in(Duration duration, Ticker ticker) {
		long end = ticker.read() + duration.toNanos();
		return () -> Duration.ofNanos(Math.max(0, end - ticker.read()));
	}

	/** Whether the deadline comes before the duration has passed, or just then. */
	default boolean isBefore(Duration duration) {
		return left().compareTo(duration) <= 0;
	}

	/** The duration, or the time left if that is shorter. */
	default Duration atMost(Duration duration) {
		return isBefore(duration) ? left() : duration;
	}

}
