package org.twitchingreference.clinical;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A FHIR date or dateTime of any precision: the span of instants it may mean and the
 * calendar days it covers where it was written. "2026-11" covers the whole month.
 */
public record ChartTime(Instant earliest, Instant latest, LocalDate firstDay, LocalDate lastDay) {

	public ChartTime {
		if (latest.isBefore(earliest) || lastDay.isBefore(firstDay)) {
			throw new IllegalArgumentException("A chart time ends before it begins");
		}
	}

	/** Whether the day is known. */
	public boolean isPrecise() {
		return this.firstDay.equals(this.lastDay);
	}

	/** Whether the two may be the same moment. */
	public boolean overlaps(ChartTime other) {
		return !this.latest.isBefore(other.earliest) && !other.latest.isBefore(this.earliest);
	}

}
