package org.twitchingreference.sandbox.chart;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ChartDatesTests {

	private static final LocalDate LEAP_DAY = LocalDate.of(2028, 2, 29);

	@ParameterizedTest
	@CsvSource({ "{T}, 2028-02-29", "{T-0d}, 2028-02-29", "{T-3d}T08:10:00Z, 2028-02-26T08:10:00Z",
			"{T-2w}, 2028-02-15", "{T+3d}, 2028-03-03", "{T-6m}, 2027-08-29", "{T-8y}, 2020-02-29",
			"{T-1y}, 2027-02-28", "2020-01-01, 2020-01-01", "{T-score}, {T-score}" })
	void replacesARelativeDate(String written, String date) {
		assertThat(ChartDates.replace(written, LEAP_DAY)).isEqualTo(date);
	}

	@Test
	void quotesAPlaceholderItDoesNotUnderstand() {
		assertThatIllegalArgumentException().isThrownBy(() -> ChartDates.replace("{T+3x}", LEAP_DAY))
			.withMessageContaining("{T+3x}");
	}

}
