package org.twitchingreference.presentation.words;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twitchingreference.presentation.Found;
import org.twitchingreference.presentation.Samples;

import static org.assertj.core.api.Assertions.assertThat;

class DaysTests {

	private final Days days = new Days(Samples.texts(), LocalDate.of(2026, 11, 22));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2026-11-22 | today, 22 Nov 2026
			2026-11-21 | yesterday, 21 Nov 2026
			2026-11-19 | 3 days ago, 19 Nov 2026
			2026-09-24 | 59 days ago, 24 Sep 2026
			2026-09-10 | 2 months ago, 10 Sep 2026
			2025-10-22 | 13 months ago, 22 Oct 2025
			2023-01-01 | 3 years ago, 1 Jan 2023
			2026-11-23 | dated after today, 23 Nov 2026
			""")
	void saysHowLongAgoADayWas(LocalDate day, String words) {
		assertThat(this.days.inWords(Found.day(day))).isEqualTo(words);
	}

	@Test
	void saysNoMoreThanIsKnown() {
		assertThat(this.days.inWords(Found.month(YearMonth.of(2026, 11)))).isEqualTo("Nov 2026");
		assertThat(this.days.inWords(Found.month(YearMonth.of(2026, 1)))).isEqualTo("Jan 2026");
		assertThat(this.days.inWords(Found.span(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31))))
			.isEqualTo("2025");
		assertThat(this.days.inWords(Found.span(LocalDate.of(2026, 11, 19), LocalDate.of(2026, 11, 20))))
			.isEqualTo("19 Nov 2026 to 20 Nov 2026");
	}

	@Test
	void leavesTheYearOutOnlyWhereTheDaysAreCounted() {
		assertThat(this.days.counted(Found.day(LocalDate.of(2026, 11, 19)))).isEqualTo("3 days ago, 19 Nov");
		assertThat(this.days.counted(Found.day(LocalDate.of(2026, 9, 10)))).isEqualTo("2 months ago, 10 Sep 2026");
		assertThat(this.days.counted(Found.day(LocalDate.of(2026, 11, 23))))
			.isEqualTo("dated after today, 23 Nov 2026");
		assertThat(this.days.counted(Found.month(YearMonth.of(2026, 11)))).isEqualTo("Nov 2026");
	}

	@Test
	void saysTheYearOfSeveralDaysOnce() {
		assertThat(this.days.dates(List.of(Found.day(LocalDate.of(2025, 7, 25)), Found.day(LocalDate.of(2026, 9, 23)),
				Found.day(LocalDate.of(2026, 11, 22)))))
			.containsExactly("25 Jul 2025", "23 Sep", "22 Nov 2026");
		assertThat(this.days.dates(List.of(Found.day(LocalDate.of(2026, 7, 25)), Found.month(YearMonth.of(2026, 9)))))
			.containsExactly("25 Jul 2026", "Sep 2026");
	}

}
