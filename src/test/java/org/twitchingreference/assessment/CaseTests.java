package org.twitchingreference.assessment;

import java.time.LocalDate;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twitchingreference.assessment.facts.RuleVerdicts;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;

/**
 * Runs every clinical case of src/test/resources/cases (its README says how to write
 * one).
 */
public class CaseTests {

	/** The day on which all cases take place. */
	public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private static final Knowledge KNOWLEDGE = KnowledgeConfiguration.knowledge();

	private static final RuleVerdicts VERDICTS = new RuleVerdicts(KNOWLEDGE);

	private static final Assessor ASSESSOR = new Assessor(KNOWLEDGE);

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void comesOutAsExpected(ClinicalCase given) {
		Chart chart = given.chart(TODAY);

		Assessment assessment = ASSESSOR.assess(chart, TODAY);

		new CaseExpectation(given.at(), given.expected(), () -> VERDICTS.of(chart, TODAY)).check(assessment);
	}

	static Stream<ClinicalCase> cases() {
		return ClinicalCase.all();
	}

}
