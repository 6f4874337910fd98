package org.twitchingreference.clinical;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReasonTests {

	@Test
	void takesNumbersForTheSameWhateverZerosTheyEndIn() {
		assertThat(Sample.OF.reason(new BigDecimal("3.10"))).isEqualTo(Sample.OF.reason(new BigDecimal("3.1")));
		assertThat(Sample.OF.reason(new Quantity(new BigDecimal("300.0"), "mg")))
			.isEqualTo(Sample.OF.reason(new Quantity(new BigDecimal("300"), "mg")));
		assertThat(Sample.OF.reason(new Quantity(BigDecimal.ONE, "mg")))
			.isNotEqualTo(Sample.OF.reason(new Quantity(BigDecimal.ONE, "g")));
	}

	@Test
	void isAnotherReasonByAnotherCodeAlone() {
		assertThat(Sample.OF.reason("a")).isNotEqualTo(Sample.ON.reason("a"));
		assertThat(Sample.OF.reason("a").is(Sample.ON)).isFalse();
	}

	@Test
	void saysWhatStandsWithinIt() {
		Reason inner = Sample.OF.reason("a");
		Reason outer = Sample.ON.reason(Sample.ON.reason(inner));

		assertThat(outer.contains(inner)).isTrue();
		assertThat(outer.contains(Sample.OF.reason("b"))).isFalse();
		assertThat(inner.contains(outer)).isFalse();
	}

	@Test
	void printsNothingOfAPatient() {
		assertThat(Sample.OF.reason("Erika")).hasToString("Reason[of]");
	}

	enum Sample implements ReasonCode {

		OF, ON;

		@Override
		public List<String> parameters() {
			return List.of("what");
		}

	}

}
