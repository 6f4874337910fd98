package org.twitchingreference.presentation.words;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.twitchingreference.clinical.ChartTime;

/**
 * Puts times of the chart into words, as precisely as they are known and relative to the
 * day of assessment.
 */
public final class Days {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

	private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

	private static final int DAYS_COUNTED_UP_TO = 60;

	private static final int MONTHS_COUNTED_UP_TO = 24;

	private final Texts texts;

	private final LocalDate today;

	public Days(Texts texts, LocalDate today) {
		this.texts = texts;
		this.today = today;
	}

	/** "3 days ago, 19 Nov 2026"; only the span if it is less precise than a day. */
	public String inWords(ChartTime time) {
		return time.isPrecise() ? ago(time.firstDay()) + ", " + date(time) : date(time);
	}

	/**
	 * As {@link #inWords}, without the year where counting the days says it: "3 days ago,
	 * 19 Nov".
	 */
	public String counted(ChartTime time) {
		return isNear(time) ? ago(time.firstDay()) + ", " + brief(time) : inWords(time);
	}

	/** "19 Nov", with its year unless the day is of the last two months. */
	public String brief(ChartTime time) {
		return isNear(time) ? DAY_OF_YEAR.format(time.firstDay()) : date(time);
	}

	/** "19 Nov 2026", "Nov 2026", "2026", or the span if it is none of these. */
	public String date(ChartTime time) {
		LocalDate first = time.firstDay();
		return time.isPrecise() ? date(first) : time.isMonth() ? MONTH.format(first) : time.isYear()
				? String.valueOf(first.getYear()) : this.texts.get("time.span", date(first), date(time.lastDay()));
	}

	public String date(LocalDate day) {
		return DAY.format(day);
	}

	/** "19 Nov 2026 (3 days before)", counted only up to a while. */
	public String dateCounted(ChartTime time) {
		long days = ChronoUnit.DAYS.between(time.lastDay(), this.today);
		boolean isNear = time.isPrecise() && days >= 0 && days < DAYS_COUNTED_UP_TO;
		return isNear ? this.texts.get("time.counted", date(time), days) : date(time);
	}

	/** Each date, with the year only once for neighbouring dates of the same year. */
	public List<String> dates(List<ChartTime> times) {
		List<String> dates = new ArrayList<>();
		for (int i = 0; i < times.size(); i++) {
			boolean repeated = i + 1 < times.size() && isSameYear(times.get(i), times.get(i + 1));
			dates.add(repeated ? DAY_OF_YEAR.format(times.get(i).firstDay()) : date(times.get(i)));
		}
		return List.copyOf(dates);
	}

	private static boolean isSameYear(ChartTime one, ChartTime other) {
		return one.isPrecise() && other.isPrecise() && one.firstDay().getYear() == other.firstDay().getYear();
	}

	private boolean isNear(ChartTime time) {
		long days = ChronoUnit.DAYS.between(time.firstDay(), this.today);
		return time.isPrecise() && days >= 0 && days < DAYS_COUNTED_UP_TO;
	}

	private String ago(LocalDate day) {
		long days = ChronoUnit.DAYS.between(day, this.today);
		long months = ChronoUnit.MONTHS.between(day, this.today);
		if (days < 0) {
			return this.texts.get("time.future");
		}
		if (days < DAYS_COUNTED_UP_TO) {
			return this.texts.get("time.days", days);
		}
		if (months < MONTHS_COUNTED_UP_TO) {
			return this.texts.get("time.months", months);
		}
		return this.texts.get("time.years", ChronoUnit.YEARS.between(day, this.today));
	}

}
