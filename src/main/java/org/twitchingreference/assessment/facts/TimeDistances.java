package org.twitchingreference.assessment.facts;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.twitchingreference.clinical.ChartTime;

/** Distances between times of a chart. */
public final class TimeDistances {

	private TimeDistances() {
	}

	/**
	 * Whether at most this many hours lie between the two: exactly if both are moments,
	 * otherwise by the calendar days that may lie between them.
	 */
	public static boolean areWithin(int hours, ChartTime one, ChartTime other) {
		return apart(one, other).compareTo(Duration.ofHours(hours)) <= 0;
	}

	/** The most time that may lie between the two, days counted as 24 hours. */
	public static Duration apart(ChartTime one, ChartTime other) {
		if (one.isMoment() && other.isMoment()) {
			return Duration.between(one.earliest(), other.earliest()).abs();
		}
		long forward = ChronoUnit.DAYS.between(one.firstDay(), other.lastDay());
		long backward = ChronoUnit.DAYS.between(other.firstDay(), one.lastDay());
		return Duration.ofDays(Math.max(forward, backward));
	}

}
