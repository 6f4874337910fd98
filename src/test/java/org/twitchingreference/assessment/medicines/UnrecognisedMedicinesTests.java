package org.twitchingreference.assessment.medicines;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twitchingreference.assessment.CaseTests;
import org.twitchingreference.assessment.criteria.SampleChart;
import org.twitchingreference.assessment.facts.CodeIndex;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.Criterion.Meaning;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.MedicineCriterion.MedicinesTogether;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/** What no rule of this knowledge shows alone; the cases show the rest. */
class UnrecognisedMedicinesTests {

	private static final Knowledge KNOWLEDGE = KnowledgeConfiguration.knowledge();

	private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

	private static final CodeSet SET = new CodeSet("set", "Several",
			Set.of(new Code(RXNORM, "1"), new Code(RXNORM, "2")), Map.of());

	@Test
	void areNotThoughtOfWhereAllAreTold() {
		assertThat(together(2, SampleChart.chart().medicine("1", "one")).truth()).isEqualTo(Truth.FAILS);
	}

	@ParameterizedTest
	@CsvSource({ "1, HOLDS", "2, OPEN", "3, OPEN" })
	void mayHoldAllThatIsMissingOfWhatIsTakenTogether(int count, Truth truth) {
		assertThat(together(count, SampleChart.chart().medicine("1", "one").unknownMedicine("77")).truth())
			.isEqualTo(truth);
	}

	@Test
	void saysWhyItIsOpen() {
		Outcome outcome = together(2, SampleChart.chart().unknownMedicine("77"));

		assertThat(outcome.doubt()).isEqualTo(Doubt.UNRECOGNISED);
		assertThat(outcome.gaps())
			.containsExactly(Gap.of("Several", MedicineReason.MAY_BE_UNRECOGNISED_MEDICINE.reason()));
	}

	private static Outcome together(int count, SampleChart chart) {
		Facts facts = new Facts(chart.build(), CaseTests.TODAY, KNOWLEDGE, new CodeIndex(KNOWLEDGE));
		return new MedicinesTogetherEvaluation(facts, KNOWLEDGE.medicines())
			.evaluate(new MedicinesTogether(SET, count, Meaning.PLAIN));
	}

}
