package org.twitchingreference.clinical;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChartTimeTests {

	private static final ChartTime FRIDAY = day("2026-11-20");

	private static final ChartTime SATURDAY = day("2026-11-21");

	@Test
	void tellsDaysWithoutAZoneApart() {
		assertThat(FRIDAY.isBefore(SATURDAY)).isTrue();
		assertThat(SATURDAY.isBefore(FRIDAY)).isFalse();
	}

	@Test
	void cannotTellAMomentFromItsOwnDay() {
		assertThat(moment("2026-11-20T23:00:00Z").isBefore(FRIDAY)).isFalse();
		assertThat(FRIDAY.isBefore(moment("2026-11-20T23:00:00Z"))).isFalse();
		assertThat(moment("2026-11-20T23:00:00Z").isBefore(SATURDAY)).isTrue();
	}

	@Test
	void tellsMomentsApartToTheMillisecond() {
		assertThat(moment("2026-11-20T08:00:00.000Z").isBefore(moment("2026-11-20T08:00:00.001Z"))).isTrue();
		assertThat(moment("2026-11-20T08:00:00Z").isBefore(moment("2026-11-20T08:00:00Z"))).isFalse();
	}

	private static ChartTime day(String date) {
		LocalDate day = LocalDate.parse(date);
		return new ChartTime(day.atStartOfDay().toInstant(ZoneOffset.ofHours(14)),
				day.atTime(LocalTime.MAX).toInstant(ZoneOffset.ofHours(-12)), day, day);
	}

	private static ChartTime moment(String instant) {
		LocalDate day = LocalDate.ofInstant(Instant.parse(instant), ZoneOffset.UTC);
		return new ChartTime(Instant.parse(instant), Instant.parse(instant), day, day);
	}

}
