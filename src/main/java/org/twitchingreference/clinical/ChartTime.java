package org.twitchingreference.clinical;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

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

	/** The time this many days later. */
	public ChartTime plusDays(int days) {
		return new ChartTime(this.earliest.plus(days, ChronoUnit.DAYS), this.latest.plus(days, ChronoUnit.DAYS),
				this.firstDay.plusDays(days), this.lastDay.plusDays(days));
	}

	/** Whether the day is known. */
	public boolean isPrecise() {
		return this.firstDay.equals(this.lastDay);
	}

	/** Whether it is a whole month of the calendar. */
	public boolean isMonth() {
		YearMonth month = YearMonth.from(this.firstDay);
		return this.firstDay.equals(month.atDay(1)) && this.lastDay.equals(month.atEndOfMonth());
	}

	/** Whether it is a whole year of the calendar. */
	public boolean isYear() {
		return this.firstDay.getDayOfYear() == 1 && this.lastDay.equals(this.firstDay.plusYears(1).minusDays(1));
	}

	/** Whether it is a dateTime with an offset, and so one exact instant. */
	public boolean isMoment() {
		return this.earliest.equals(this.latest);
	}

	/**
	 * Whether it is certainly before the other: by the moment if both are moments,
	 * otherwise by the calendar day, because times that one chart writes without a zone
	 * are all in the same zone.
	 */
	public boolean isBefore(ChartTime other) {
		return (isMoment() && other.isMoment()) ? this.latest.isBefore(other.earliest)
				: this.lastDay.isBefore(other.firstDay);
	}

	/**
	 * Whether both are one moment, or neither is a moment and both mean the same days.
	 */
	public boolean isSameAs(ChartTime other) {
		return (isMoment() && other.isMoment()) ? this.earliest.equals(other.earliest) : !isMoment()
				&& !other.isMoment() && this.firstDay.equals(other.firstDay) && this.lastDay.equals(other.lastDay);
	}

}
