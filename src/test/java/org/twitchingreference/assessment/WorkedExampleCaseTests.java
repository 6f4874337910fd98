package org.twitchingreference.assessment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twitchingreference.assessment.facts.RuleVerdicts;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.load.WorkedExamples;

/** The cases of the examples in fhir-resources/README.md come out as they say. */
class WorkedExampleCaseTests {

	private static final Knowledge KNOWLEDGE = knowledge();

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void comesOutAsExpected(ClinicalCase given) {
		Chart chart = given.chart(CaseTests.TODAY);

		Assessment assessment = new Assessor(KNOWLEDGE).assess(chart, CaseTests.TODAY);

		new CaseExpectation(given.toString(), given.expected(),
				() -> new RuleVerdicts(KNOWLEDGE).of(chart, CaseTests.TODAY))
			.check(assessment);
	}

	private static Stream<ClinicalCase> cases() {
		return new WorkedExamples().cases().map((content) -> new ClinicalCase("fhir-resources/README.md", content));
	}

	private static Knowledge knowledge() {
		try {
			return new WorkedExamples().knowledge();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
