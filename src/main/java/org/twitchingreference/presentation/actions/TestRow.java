package org.twitchingreference.presentation.actions;

import java.util.List;

import org.twitchingreference.assessment.tests.TestFinding;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.evidence.Badge;
import org.twitchingreference.presentation.evidence.EvidenceLines;
import org.twitchingreference.presentation.evidence.EvidenceRow;
import org.twitchingreference.presentation.evidence.SourceRow;
import org.twitchingreference.presentation.evidence.Statement;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/**
 * A test with its status ("not-needed") and its reasons in one line; the chips say how
 * soon, or why it is not suggested; {@code references} are the sources that no statement
 * cites; {@code evidence} shows that it was done or ordered; {@code backing} is a remark
 * if no source supports it.
 */
public record TestRow(String id, String status, String title, List<Badge> chips, String reasons,
		List<Statement> statements, List<EvidenceRow> evidence, String backing, List<SourceRow> references,
		Urgency urgency, Grounds grounds) {

	public static TestRow of(TestFinding test, EvidenceLines lines, Texts texts) {
		String status = Badge.style(test.status()).replace('_', '-');
		List<Badge> chips = (test.status() == TestFinding.Status.SUGGESTED) ? Badge.list(test.urgency(), texts)
				: List.of(new Badge(texts.of("test", test.status()), status));
		return new TestRow(test.id(), status, test.title(), chips, Wording.oneLine(texts.of(test.reasons())),
				Statement.list(test.reasons(), test.sources(), texts), lines.lines(test.evidence()),
				Badge.words(test.backing(), texts),
				SourceRow.best(Statement.others(test.reasons(), test.sources()), texts), test.urgency(),
				Grounds.of(test.reasons(), test.sources(), texts));
	}

}
