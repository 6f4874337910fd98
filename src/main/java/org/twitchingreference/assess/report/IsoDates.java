package org.twitchingreference.assess.report;

import java.time.YearMonth;

import org.twitchingreference.clinical.ChartTime;

/** Times of the chart for programs, as precisely as they are known. */
final class IsoDates {

	private IsoDates() {
	}

	/** "2026-11-19", "2026-11", "2026", or an interval of ISO 8601. */
	static String of(ChartTime time) {
		return time.isPrecise() ? time.firstDay().toString() : time.isMonth()
				? YearMonth.from(time.firstDay()).toString()
				: time.isYear() ? String.valueOf(time.firstDay().getYear()) : time.firstDay() + "/" + time.lastDay();
	}

}
