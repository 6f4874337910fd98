package org.twitchingreference.assessment.results;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twitchingreference.assessment.criteria.SampleChart;
import org.twitchingreference.clinical.Comparator;
import org.twitchingreference.clinical.Quantity;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Analyte.Threshold;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

class LimitsTests {

	private static final Knowledge KNOWLEDGE = KnowledgeConfiguration.knowledge();

	private static final Analyte POTASSIUM = Objects.requireNonNull(KNOWLEDGE.analytes().get("potassium"));

	@ParameterizedTest
	@CsvSource({ "EXACT, 3.4, true", "EXACT, 3.5, false", "EXACT, 3.6, false", "LESS, 3.4, true", "LESS, 3.5, true",
			"LESS, 3.6,", "LESS_OR_EQUAL, 3.4, true", "LESS_OR_EQUAL, 3.5,", "LESS_OR_EQUAL, 3.6,", "GREATER, 3.4,",
			"GREATER, 3.5, false", "GREATER, 3.6, false", "GREATER_OR_EQUAL, 3.4,", "GREATER_OR_EQUAL, 3.5, false",
			"GREATER_OR_EQUAL, 3.6, false" })
	void isBelowALimitOnlyWhenEveryPossibleValueIs(Comparator comparator, String amount, Boolean expected) {
		assertThat(Limits.isBelow(reading(comparator, amount), new BigDecimal("3.5")))
			.isEqualTo(Optional.ofNullable(expected));
	}

	@ParameterizedTest
	@CsvSource({ "EXACT, 5.0, false", "EXACT, 5.1, true", "LESS, 4.9, false", "LESS, 5.0, false", "LESS, 5.1,",
			"LESS_OR_EQUAL, 5.0, false", "LESS_OR_EQUAL, 5.1,", "GREATER, 4.9,", "GREATER, 5.0, true",
			"GREATER, 5.1, true", "GREATER_OR_EQUAL, 5.0,", "GREATER_OR_EQUAL, 5.1, true" })
	void isAboveALimitOnlyWhenEveryPossibleValueIs(Comparator comparator, String amount, Boolean expected) {
		assertThat(Limits.isAbove(reading(comparator, amount), new BigDecimal("5.0")))
			.isEqualTo(Optional.ofNullable(expected));
	}

	@ParameterizedTest
	@CsvSource({ "EXACT, 2.5, false", "EXACT, 2.49, true", "LESS, 2.5, true", "LESS, 2.6," })
	void reachesALowThresholdBelowIt(Comparator comparator, String amount, Boolean expected) {
		assertThat(Limits.reaches(reading(comparator, amount), threshold("severely-low")))
			.isEqualTo(Optional.ofNullable(expected));
	}

	@ParameterizedTest
	@CsvSource({ "EXACT, 6.5, true", "EXACT, 6.49, false", "GREATER, 6.5, true", "GREATER, 6.4,",
			"GREATER_OR_EQUAL, 6.5, true", "LESS_OR_EQUAL, 6.5,", "LESS, 6.5, false" })
	void reachesAHighThresholdFromItOn(Comparator comparator, String amount, Boolean expected) {
		assertThat(Limits.reaches(reading(comparator, amount), threshold("severely-high")))
			.isEqualTo(Optional.ofNullable(expected));
	}

	private static Threshold threshold(String id) {
		return Objects.requireNonNull(POTASSIUM.thresholds().get(id));
	}

	private static CanonicalResult reading(Comparator comparator, String amount) {
		return CanonicalResult.of(POTASSIUM, SampleChart.result("2823-3", amount, comparator, "mmol/L"),
				new Quantity(new BigDecimal(amount), "mmol/L"), comparator, BigDecimal.ONE);
	}

}
