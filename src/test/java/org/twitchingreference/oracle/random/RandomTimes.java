package org.twitchingreference.oracle.random;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * Times around the edges: the windows of the knowledge a day before and after, partial
 * dates, moments a millisecond apart in different zones, the future.
 */
final class RandomTimes {

	/** The windows of the knowledge, in days, and what lies about them. */
	private static final List<Integer> AGES = List.of(0, 0, 1, 1, 2, 3, 5, 7, 13, 14, 15, 28, 29, 30, 30, 31, 34, 35,
			36, 59, 60, 61, 89, 90, 91, 92, 179, 180, 181, 293, 294, 295, 364, 365, 366, 367, 400, 730, 1500, -1, -2,
			-40);

	/** Days from now on which a birth is due. */
	private static final List<Integer> DUE = List.of(-400, -100, -60, -29, -28, -27, -1, 0, 1, 90, 200, 293, 294, 295,
			700);

	private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");

	private final Draw draw;

	private final LocalDate asOf;

	/** The times of one chart fall together, so that results compete for the newest. */
	private final List<LocalDate> days;

	private final Instant moment;

	RandomTimes(Draw draw, LocalDate asOf) {
		this.draw = draw;
		this.asOf = asOf;
		this.days = List.of(anyDay(), anyDay(), asOf.minusDays(draw.below(30)));
		this.moment = this.days.get(2).atTime(8, 15).toInstant(ZoneOffset.UTC);
	}

	/** Any FHIR dateTime. */
	String dateTime() {
		LocalDate day = this.draw.oneIn(3) ? anyDay() : this.draw.of(this.days);
		return switch (this.draw.below(12)) {
			case 0 -> day.toString().substring(0, 7);
			case 1 -> this.draw.oneIn(3) ? day.toString().substring(0, 4) : day.toString();
			case 2, 3 -> instant();
			case 4 -> day + "T00:00:00.000" + zone();
			case 5 -> day + "T23:59:59.999" + zone();
			case 6 -> day + "T" + LocalTime.of(this.draw.below(24), this.draw.below(60)) + ":00" + zone();
			default -> day.toString();
		};
	}

	/** A moment within milliseconds or hours of the others of this chart. */
	String instant() {
		long away = switch (this.draw.below(4)) {
			case 0 -> 0;
			case 1 -> this.draw.between(-1, 1);
			case 2 -> this.draw.between(-1, 1) * 72L * 3_600_000 + this.draw.between(-1, 1);
			default -> this.draw.between(-100, 100) * 3_600_000L;
		};
		ZoneOffset offset = ZoneOffset.of(zone());
		return MILLISECONDS.format(this.moment.plusMillis(away).atOffset(offset)) + offset.getId();
	}

	/** A date around those on which a due date changes what it says. */
	String dueDate() {
		LocalDate day = this.asOf.plusDays(this.draw.of(DUE));
		return switch (this.draw.below(10)) {
			case 0 -> day.toString().substring(0, 7);
			case 1 -> this.draw.oneIn(3) ? day.toString().substring(0, 4) : dateTime();
			case 2 -> day + "T12:00:00Z";
			default -> day.toString();
		};
	}

	/** A full date. */
	LocalDate anyDay() {
		return this.asOf.minusDays(this.draw.of(AGES));
	}

	/** A start, an end, both or none of them. */
	void period(ObjectNode period) {
		if (!this.draw.oneIn(4)) {
			period.put("start", dateTime());
		}
		if (!this.draw.oneIn(4)) {
			period.put("end", dateTime());
		}
	}

	private String zone() {
		return this.draw.word("Z", "Z", "+01:00", "-05:00", "+14:00", "-12:00");
	}

}
