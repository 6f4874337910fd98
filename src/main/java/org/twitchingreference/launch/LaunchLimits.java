package org.twitchingreference.launch;

import java.time.Duration;
import java.time.Instant;

/** How long a launch may stay unused, and when it ends in any case. */
public record LaunchLimits(Duration idle, Instant latestEnd) {

	/**
	 * The longest time between warning and end. For short limits it is half of the idle
	 * limit, and so at least 30 seconds; WCAG 2.2.1 requires 20.
	 */
	private static final Duration LONGEST_WARNING = Duration.ofMinutes(2);

	/** How long before the end of an unused launch its reader is warned. */
	public Duration warning() {
		Duration half = this.idle.dividedBy(2);
		return (half.compareTo(LONGEST_WARNING) < 0) ? half : LONGEST_WARNING;
	}

}
