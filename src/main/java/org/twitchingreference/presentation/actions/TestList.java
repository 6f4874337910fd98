package org.twitchingreference.presentation.actions;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.tests.TestFinding;
import org.twitchingreference.presentation.evidence.EvidenceLines;
import org.twitchingreference.presentation.words.Days;
import org.twitchingreference.presentation.words.Texts;

/**
 * The tests to consider, most urgent first, and those not to, by their status; both also
 * as a page shows them.
 */
public record TestList(List<TestRow> suggested, List<TestRow> others, OrderSheet orders, OtherTests rest) {

	public boolean isEmpty() {
		return this.suggested.isEmpty() && this.others.isEmpty();
	}

	/** The suggested tests, those with the same reason as one suggestion. */
	public List<TestGroup> groups() {
		return TestGroup.list(this.suggested);
	}

	public List<Citations> citations() {
		return Citations.ofTests(TestGroup.list(Stream.concat(this.suggested.stream(), this.others.stream()).toList()));
	}

	public static TestList of(Assessment assessment, EvidenceLines lines, Days days, Texts texts) {
		return new TestList(rows(suggested(assessment), lines, texts), rows(others(assessment), lines, texts),
				OrderSheet.of(assessment, days, texts), OtherTests.of(assessment.tests(), days, texts));
	}

	private static Stream<TestFinding> suggested(Assessment assessment) {
		return assessment.tests()
			.stream()
			.filter((test) -> test.status() == TestFinding.Status.SUGGESTED)
			.sorted(Comparator.comparing(TestFinding::urgency).reversed());
	}

	private static Stream<TestFinding> others(Assessment assessment) {
		return assessment.tests()
			.stream()
			.filter((test) -> test.status() != TestFinding.Status.SUGGESTED)
			.sorted(Comparator.comparing(TestFinding::status));
	}

	private static List<TestRow> rows(Stream<TestFinding> tests, EvidenceLines lines, Texts texts) {
		return tests.map((test) -> TestRow.of(test, lines, texts)).toList();
	}

}
