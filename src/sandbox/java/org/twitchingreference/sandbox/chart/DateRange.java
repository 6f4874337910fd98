package org.twitchingreference.sandbox.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;

/** The time a FHIR date covers: "2026-11" is the whole month. The end is exclusive. */
public record DateRange(Instant from, Instant until) implements Comparable<DateRange> {

	/**
	 * Fails with a DataFormatException or an IllegalArgumentException if the text is not
	 * a date.
	 */
	public static DateRange of(String text) {
		return of(new DateTimeType(text));
	}

	public static DateRange of(BaseDateTimeType date) {
		ZonedDateTime start = date.getValue().toInstant().atZone(ZoneId.systemDefault());
		return new DateRange(start.toInstant(), end(start, date.getPrecision()).toInstant());
	}

	public static DateRange of(Period period) {
		Instant from = period.hasStart() ? of(period.getStartElement()).from() : Instant.MIN;
		return new DateRange(from, period.hasEnd() ? of(period.getEndElement()).until() : Instant.MAX);
	}

	private static ZonedDateTime end(ZonedDateTime start, TemporalPrecisionEnum precision) {
		return switch (precision) {
			case YEAR -> start.plusYears(1);
			case MONTH -> start.plusMonths(1);
			case DAY -> start.plusDays(1);
			case MINUTE -> start.plusMinutes(1);
			case SECOND -> start.plusSeconds(1);
			case MILLI -> start.plusNanos(1_000_000);
		};
	}

	public boolean contains(DateRange other) {
		return !this.from.isAfter(other.from) && !this.until.isBefore(other.until);
	}

	@Override
	public int compareTo(DateRange other) {
		return this.from.compareTo(other.from);
	}

}
