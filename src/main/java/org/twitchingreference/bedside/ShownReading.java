package org.twitchingreference.bedside;

import java.time.Duration;
import java.time.Instant;

/**
 * Which reading of the chart the sidebar shows: its number, counted from the opening, and
 * when it began. Of several nodes each reads by itself; what one has kept from an earlier
 * reading is not shown after a later one.
 */
public record ShownReading(int number, Instant at) {

	public static final ShownReading NONE = new ShownReading(0, Instant.EPOCH);

	/** For so long what is read belongs to the page that the reading was begun for. */
	private static final Duration ONE_PAGE = Duration.ofMinutes(1);

	ShownReading next(Instant now) {
		return new ShownReading(this.number + 1, now);
	}

	/** Whether another node may read for the same page. */
	public boolean isOfThisPage(Instant now) {
		return now.isBefore(this.at.plus(ONE_PAGE));
	}

}
