package org.twitchingreference.sandbox.chart;

import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces the relative dates of a hand-made chart: "{T}" is today, "{T-3d}", "{T-2w}",
 * "{T-6m}" and "{T-8y}" lie that many days, weeks, months or years before, "{T+3d}"
 * after.
 */
public final class ChartDates {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{T(?:([+-])(\\d{1,5})([dwmy]))?}");

	private static final Pattern LEFT_OVER = Pattern.compile("\\{T[+-]\\d[^\"{}]*}");

	private ChartDates() {
	}

	/**
	 * Fails with an IllegalArgumentException that quotes a placeholder of another form.
	 */
	public static String replace(String json, LocalDate today) {
		String dated = PLACEHOLDER.matcher(json).replaceAll((match) -> date(match, today).toString());
		Matcher leftOver = LEFT_OVER.matcher(dated);
		if (leftOver.find()) {
			throw new IllegalArgumentException("the date placeholder " + leftOver.group() + " is not understood");
		}
		return dated;
	}

	private static LocalDate date(MatchResult match, LocalDate today) {
		if (match.group(1) == null) {
			return today;
		}
		int amount = Integer.parseInt(match.group(1) + match.group(2));
		return switch (match.group(3)) {
			case "d" -> today.plusDays(amount);
			case "w" -> today.plusWeeks(amount);
			case "m" -> today.plusMonths(amount);
			default -> today.plusYears(amount);
		};
	}

}
