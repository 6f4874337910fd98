package org.twitchingreference.bedside;

import java.time.Duration;
import java.time.Instant;

/**
 * Which reading of the chart the sidebar shows: its number, counted from the opening, and
 * when it began. Each of several nodes reads for itself; what a node has kept of an
 * earlier reading is not shown once another has begun a later one.
 */
public record ShownReading(int number, Instant at) {

	public static final ShownReading NONE = new ShownReading(0, Instant.EPOCH);

	/**
	 * How long after its beginning a reading counts as the one for the page that is open
	 * now.
	 */
	private static final Duration ONE_PAGE = Duration.ofMinutes(1);

	ShownReading next(Instant now) {
		return new ShownReading(this.number + 1, now);
	}

	/**
	 * Whether the reading is recent enough to be for the page that is open now, which
	 * another node may be answering.
	 */
	public boolean isOfThisPage(Instant now) {
		return now.isBefore(this.at.plus(ONE_PAGE));
	}

}
