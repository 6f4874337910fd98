package org.twitchingreference.assessment.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.CaseTests;
import org.twitchingreference.assessment.criteria.SampleChart;
import org.twitchingreference.clinical.ChartTime;

import static org.assertj.core.api.Assertions.assertThat;

class AgeTests {

	private static final BigDecimal EIGHTEEN = BigDecimal.valueOf(18);

	@Test
	void countsCompletedYears() {
		assertThat(born(SampleChart.day(LocalDate.of(2008, 11, 22)))).isEqualTo(new Age(18, 18));
		assertThat(born(SampleChart.day(LocalDate.of(2008, 11, 23)))).isEqualTo(new Age(17, 17));
	}

	@Test
	void isAnAdultWhenAnyDayOfTheYearOfBirthMakesOne() {
		Age age = born(SampleChart.days(LocalDate.of(1970, 1, 1), LocalDate.of(1970, 12, 31)));

		assertThat(age).isEqualTo(new Age(55, 56));
		assertThat(age.isFrom(EIGHTEEN)).isTrue();
		assertThat(age.isChild()).isFalse();
	}

	@Test
	void isNeitherWhenTheYearOfBirthLeavesItOpen() {
		Age age = born(SampleChart.days(LocalDate.of(2008, 1, 1), LocalDate.of(2008, 12, 31)));

		assertThat(age.isFrom(EIGHTEEN)).isFalse();
		assertThat(age.isBelow(EIGHTEEN)).isFalse();
	}

	@Test
	void isUnknownWithoutABirthDateOrWithAFutureOne() {
		Age missing = Age.of(SampleChart.chart().born(Optional.empty()).build().patient(), CaseTests.TODAY);

		assertThat(missing.isFrom(EIGHTEEN)).isFalse();
		assertThat(missing.isChild()).isFalse();
		assertThat(born(SampleChart.day(CaseTests.TODAY.plusYears(2)))).isEqualTo(missing);
		assertThat(born(SampleChart.day(CaseTests.TODAY.plusDays(3)))).isEqualTo(missing);
	}

	private static Age born(ChartTime date) {
		return Age.of(SampleChart.chart().born(Optional.of(date)).build().patient(), CaseTests.TODAY);
	}

}
