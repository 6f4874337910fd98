package org.twitchingreference.assessment;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.twitchingreference.clinical.ChartTime;

/** Distances between times of a chart. */
final class Times {

	private Times() {
	}

	/**
	 * Hours between the two: whole hours between moments, else 24 for each calendar day;
	 * zero when neither is certainly before the other.
	 */
	static long hoursApart(ChartTime one, ChartTime other) {
		if (one.overlaps(other)) {
			return 0;
		}
		return one.isBefore(other) ? hours(one, other) : hours(other, one);
	}

	private static long hours(ChartTime earlier, ChartTime later) {
		return (earlier.isMoment() && later.isMoment()) ? Duration.between(earlier.latest(), later.earliest()).toHours()
				: 24 * ChronoUnit.DAYS.between(earlier.lastDay(), later.firstDay());
	}

}
