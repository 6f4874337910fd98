package org.twitchingreference.assessment.facts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.criteria.SampleChart;
import org.twitchingreference.clinical.ChartTime;

import static org.assertj.core.api.Assertions.assertThat;

class TimeDistancesTests {

	private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

	@Test
	void countsTheTimeBetweenMoments() {
		ChartTime early = moment("2026-11-17T08:00:00Z");
		ChartTime late = moment("2026-11-20T08:00:00Z");

		assertThat(TimeDistances.areWithin(72, early, late)).isTrue();
		assertThat(TimeDistances.areWithin(72, late, early)).isTrue();
		assertThat(TimeDistances.areWithin(72, early, moment("2026-11-20T08:00:01Z"))).isFalse();
	}

	@Test
	void countsCalendarDaysAsTwentyFourHours() {
		assertThat(TimeDistances.areWithin(72, SampleChart.day(DAY), SampleChart.day(DAY.minusDays(3)))).isTrue();
		assertThat(TimeDistances.areWithin(72, SampleChart.day(DAY), SampleChart.day(DAY.minusDays(4)))).isFalse();
		assertThat(TimeDistances.apart(SampleChart.day(DAY), moment("2026-11-20T23:00:00Z"))).isEqualTo(Duration.ZERO);
	}

	@Test
	void takesAMonthForItsFarthestDay() {
		ChartTime month = SampleChart.days(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));

		assertThat(TimeDistances.apart(SampleChart.day(DAY), month)).isEqualTo(Duration.ofDays(19));
		assertThat(TimeDistances.areWithin(72, SampleChart.day(DAY), month)).isFalse();
	}

	private static ChartTime moment(String text) {
		Instant instant = Instant.parse(text);
		LocalDate day = LocalDate.parse(text.substring(0, 10));
		return new ChartTime(instant, instant, day, day);
	}

}
