package org.twitchingreference.presentation.words;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.assessment.facts.RangeUsed.Bounds;
import org.twitchingreference.assessment.facts.RangeUsed.Origin;

import static org.assertj.core.api.Assertions.assertThat;

class RangeWordsTests {

	private final RangeWords words = new RangeWords(MessageBundle.messages());

	@Test
	void saysLimitsAsStatedWithTheirOrigin() {
		assertThat(this.words.of(RangeUsed.of(bounds(Origin.REPORT, "3.50", "5.1", "mEq/L"))))
			.isEqualTo("3.50-5.1 mEq/L (report)");
		assertThat(this.words.of(RangeUsed.of(bounds(Origin.REPORT, "", "5.1", "mmol/L"),
				bounds(Origin.FALLBACK, "3.5", "5.1", "mmol/L"))))
			.isEqualTo("up to 5.1 mmol/L (report), 3.5-5.1 mmol/L (fallback)");
		assertThat(this.words.of(RangeUsed.of(bounds(Origin.FALLBACK, "60", "120", "mL/min/{1.73_m2}"))))
			.isEqualTo("60-120 mL/min/1.73 m\u00b2 (fallback)");
	}

	@Test
	void saysFlagsInTheirOrderAndNothingWhereThereIsNothing() {
		assertThat(this.words.of(new RangeUsed(List.of(), List.of("LL", "A")))).isEqualTo("flag LL, A (report)");
		assertThat(this.words.of(RangeUsed.NONE)).isEmpty();
	}

	@Test
	void leavesOutTheUnitOfTheValueBesideItAndNoOther() {
		RangeUsed range = RangeUsed.of(bounds(Origin.REPORT, "35", "50", "g/L"));

		assertThat(this.words.beside("g/L", range)).isEqualTo("35-50 (report)");
		assertThat(this.words.beside("g", range)).isEqualTo("35-50 g/L (report)");
	}

	private static Bounds bounds(Origin origin, String low, String high, String unit) {
		return new Bounds(origin, limit(low), limit(high), unit);
	}

	private static Optional<BigDecimal> limit(String amount) {
		return Optional.of(amount).filter((given) -> !given.isEmpty()).map(BigDecimal::new);
	}

}
