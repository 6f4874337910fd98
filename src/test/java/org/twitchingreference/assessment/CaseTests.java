package org.twitchingreference.assessment;

import java.time.LocalDate;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twitchingreference.knowledge.KnowledgeConfiguration;

/**
 * Runs every clinical case of src/test/resources/cases (its README says how to write
 * one).
 */
class CaseTests {

	/** The day on which all cases take place. */
	static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private static final Assessor ASSESSOR = new Assessor(KnowledgeConfiguration.knowledge());

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void comesOutAsExpected(ClinicalCase given) {
		Assessment assessment = ASSESSOR.assess(given.chart(TODAY), TODAY);

		new CaseExpectation(given.toString(), given.expected()).check(assessment);
	}

	static Stream<ClinicalCase> cases() {
		return ClinicalCase.all();
	}

}
