package org.twitchingreference.sidebar;

import java.util.List;

import org.twitchingreference.assessment.TestFinding;

/** A test with what to do about it, as mark ("not-needed") and in words. */
record TestRow(String id, String status, String title, String words, List<Chip> chips, List<String> reasons,
		List<SourceRow> sources) {

	static TestRow of(TestFinding test, Texts texts) {
		boolean suggested = test.status() == TestFinding.Status.SUGGESTED;
		return new TestRow(test.id(), Chip.style(test.status()).replace('_', '-'), test.title(),
				texts.of("test", test.status()), suggested ? Chip.list(test.urgency(), texts) : List.of(),
				test.reasons(), SourceRow.list(test.sources(), texts));
	}

	boolean isSuggested() {
		return this.status.equals("suggested");
	}

}
