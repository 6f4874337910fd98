package org.twitchingreference.presentation;

import java.util.List;

import org.twitchingreference.assessment.TestFinding;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/**
 * A test with its status as mark ("not-needed") and its reasons in one line; the chips
 * say how soon, or why it is not suggested; {@code evidence} is what shows that it was
 * done or is ordered; {@code backing} where no source bears it out.
 */
public record TestRow(String id, String status, String title, List<Chip> chips, String reasons,
		List<EvidenceRow> evidence, String backing, List<Reference> references, Urgency urgency, Grounds grounds) {

	static TestRow of(TestFinding test, EvidenceLines lines, Texts texts) {
		String status = Chip.style(test.status()).replace('_', '-');
		List<Chip> chips = (test.status() == TestFinding.Status.SUGGESTED) ? Chip.list(test.urgency(), texts)
				: List.of(new Chip(texts.of("test", test.status()), status));
		return new TestRow(test.id(), status, test.title(), chips, Wording.oneLine(texts.of(test.reasons())),
				lines.lines(test.evidence()), Chip.words(test.backing(), texts), Reference.list(test.sources(), texts),
				test.urgency(), Grounds.of(test.reasons(), test.sources(), texts));
	}

}
