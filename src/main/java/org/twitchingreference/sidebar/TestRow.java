package org.twitchingreference.sidebar;

import java.util.List;

import org.twitchingreference.assessment.TestFinding;

/**
 * A test with its status as mark ("not-needed"); the chips say how soon, or why it is not
 * suggested.
 */
record TestRow(String id, String status, String title, List<Chip> chips, List<String> reasons,
		List<SourceGroup> sources) {

	static TestRow of(TestFinding test, Texts texts) {
		String status = Chip.style(test.status()).replace('_', '-');
		List<Chip> chips = (test.status() == TestFinding.Status.SUGGESTED) ? Chip.list(test.urgency(), texts)
				: List.of(new Chip(texts.of("test", test.status()), status));
		return new TestRow(test.id(), status, test.title(), chips, test.reasons(),
				SourceGroup.list(test.sources(), texts));
	}

}
