package org.twitchingreference.assessment;

import java.time.Duration;

import org.twitchingreference.clinical.ChartTime;

/** Distances between times of a chart. */
final class Times {

	private Times() {
	}

	/** Whole hours that certainly lie between the two, zero when they may be the same. */
	static long hoursApart(ChartTime one, ChartTime other) {
		if (one.overlaps(other)) {
			return 0;
		}
		return one.latest().isBefore(other.earliest()) ? Duration.between(one.latest(), other.earliest()).toHours()
				: Duration.between(other.latest(), one.earliest()).toHours();
	}

}
