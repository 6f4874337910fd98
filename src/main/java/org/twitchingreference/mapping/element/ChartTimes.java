package org.twitchingreference.mapping.element;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.clinical.ChartTime;

/**
 * FHIR date, dateTime and instant of any precision as spans (R4 datatypes, 2.24.0.1). A
 * time without a zone may have been written anywhere on earth, so its span is the widest.
 */
public final class ChartTimes {

	private static final Pattern SHAPE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})"
			+ "(?:T(\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?\\d*(Z|[+-]\\d{2}:\\d{2})?)?)?)?");

	private static final int NANO_DIGITS = 9;

	private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

	private static final ZoneOffset LATEST = ZoneOffset.ofHours(-12);

	private ChartTimes() {
	}

	public static Optional<ChartTime> of(BaseDateTimeType time) {
		return of(time.getValueAsString());
	}

	/** The end of the period, else its start; empty when the end is not readable. */
	public static Optional<ChartTime> end(Period period) {
		return (period.getEndElement().getValueAsString() != null) ? of(period.getEndElement())
				: of(period.getStartElement());
	}

	/** The span the text may mean, empty when it is no date. */
	public static Optional<ChartTime> of(@Nullable String text) {
		Matcher shape = SHAPE.matcher((text != null) ? text.strip() : "");
		if (!shape.matches()) {
			return Optional.empty();
		}
		try {
			return Optional.of(read(shape));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static ChartTime read(Matcher shape) {
		int year = number(shape.group(1));
		if (shape.group(2) == null) {
			return days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
		}
		YearMonth month = YearMonth.of(year, number(shape.group(2)));
		if (shape.group(3) == null) {
			return days(month.atDay(1), month.atEndOfMonth());
		}
		LocalDate day = LocalDate.of(year, month.getMonthValue(), number(shape.group(3)));
		return (shape.group(4) != null) ? moment(day.atTime(clock(shape)), shape.group(8)) : days(day, day);
	}

	private static LocalTime clock(Matcher shape) {
		String fraction = Objects.toString(shape.group(7), "");
		return LocalTime.of(number(shape.group(4)), number(shape.group(5)), number(shape.group(6)),
				number(fraction + "0".repeat(NANO_DIGITS - fraction.length())));
	}

	private static int number(@Nullable String digits) {
		return (digits != null) ? Integer.parseInt(digits) : 0;
	}

	private static ChartTime days(LocalDate first, LocalDate last) {
		return new ChartTime(first.atStartOfDay().toInstant(EARLIEST), last.atTime(LocalTime.MAX).toInstant(LATEST),
				first, last);
	}

	private static ChartTime moment(LocalDateTime local, @Nullable String offset) {
		LocalDate day = local.toLocalDate();
		if (offset == null) {
			return new ChartTime(local.toInstant(EARLIEST), local.toInstant(LATEST), day, day);
		}
		Instant instant = local.toInstant(ZoneOffset.of(offset));
		return new ChartTime(instant, instant, day, day);
	}

}
