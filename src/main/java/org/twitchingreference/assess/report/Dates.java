package org.twitchingreference.assess.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.twitchingreference.clinical.ChartTime;

/** Times of the chart, as precisely as they are known. */
final class Dates {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

	private Dates() {
	}

	/** "2026-11-19", "2026-11", "2026", or an interval of ISO 8601. */
	static String fhir(ChartTime time) {
		return time.isPrecise() ? time.firstDay().toString() : isMonth(time)
				? YearMonth.from(time.firstDay()).toString()
				: isYear(time) ? String.valueOf(time.firstDay().getYear()) : time.firstDay() + "/" + time.lastDay();
	}

	/** "19 Nov 2026", "Nov 2026", "2026", or the span. */
	static String words(ChartTime time) {
		return time.isPrecise() ? words(time.firstDay()) : isMonth(time) ? MONTH.format(time.firstDay()) : isYear(time)
				? String.valueOf(time.firstDay().getYear()) : words(time.firstDay()) + " to " + words(time.lastDay());
	}

	static String words(LocalDate day) {
		return DAY.format(day);
	}

	private static boolean isMonth(ChartTime time) {
		YearMonth month = YearMonth.from(time.firstDay());
		return time.firstDay().equals(month.atDay(1)) && time.lastDay().equals(month.atEndOfMonth());
	}

	private static boolean isYear(ChartTime time) {
		LocalDate first = time.firstDay();
		return first.getDayOfYear() == 1 && time.lastDay().equals(first.plusYears(1).minusDays(1));
	}

}
