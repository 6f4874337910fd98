package org.twitchingreference.mapping.element;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.clinical.ChartTime;

import static org.assertj.core.api.Assertions.assertThat;

class ChartTimesTests {

	@ParameterizedTest
	@CsvSource({ "2026,2025-12-31T10:00:00Z,2027-01-01T11:59:59.999999999Z,2026-01-01,2026-12-31",
			"2024-02,2024-01-31T10:00:00Z,2024-03-01T11:59:59.999999999Z,2024-02-01,2024-02-29",
			"2026-11-19,2026-11-18T10:00:00Z,2026-11-20T11:59:59.999999999Z,2026-11-19,2026-11-19",
			"2026-11-19T23:30:00-05:00,2026-11-20T04:30:00Z,2026-11-20T04:30:00Z,2026-11-19,2026-11-19",
			"2026-11-19T08:00Z,2026-11-19T08:00:00Z,2026-11-19T08:00:00Z,2026-11-19,2026-11-19",
			"2026-11-19T08:00:00.1234567891Z,2026-11-19T08:00:00.123456789Z,2026-11-19T08:00:00.123456789Z,2026-11-19,2026-11-19",
			"2026-11-19T08:00:00,2026-11-18T18:00:00Z,2026-11-19T20:00:00Z,2026-11-19,2026-11-19" })
	void spansWhatTheTextMayMean(String text, Instant earliest, Instant latest, LocalDate first, LocalDate last) {
		assertThat(ChartTimes.of(text)).contains(new ChartTime(earliest, latest, first, last));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "yesterday", "2026-13", "2026-02-30", "26-1-1", "2026-11-19T25:00:00Z",
			"2026-11-19T08:00:00+99:00", "19.11.2026", "2026-11-19T08" })
	void knowsWhatIsNoDate(String text) {
		assertThat(ChartTimes.of(text)).isEmpty();
	}

	@Test
	void hasNoTimeForNothing() {
		assertThat(ChartTimes.of((String) null)).isEmpty();
	}

}
