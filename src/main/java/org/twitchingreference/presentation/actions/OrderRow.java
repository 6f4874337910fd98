package org.twitchingreference.presentation.actions;

import java.util.List;

import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.tests.TestFinding;
import org.twitchingreference.assessment.tests.TestReason;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.evidence.Badge;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/**
 * A suggested test as a choice: why in one sentence, what to look up in the chart first,
 * and what is ordered. It is preselected if it is more than routine and nothing in the
 * chart says that it may be done or ordered already.
 */
public record OrderRow(String id, String title, List<Joined> joined, List<Badge> chips, String why, String notes,
		String backing, boolean chosen, List<OrderLine> lines) {

	static OrderRow of(TestFinding test, List<TestFinding> all, Texts texts) {
		List<Reason> stated = test.reasons()
			.stream()
			.filter((reason) -> reason.is(CommonReason.STATED_BY_KNOWLEDGE))
			.toList();
		List<Reason> notes = test.reasons()
			.stream()
			.filter((reason) -> !stated.contains(reason) && !reason.is(TestReason.TAKE_WITH))
			.toList();
		return new OrderRow(test.id(), test.title(), joined(test, all), Badge.list(test.urgency(), texts),
				Wording.sentences(stated.stream().limit(1).map(texts::of)), Wording.sentences(texts.of(notes)),
				Badge.words(test.backing(), texts), test.urgency() != Urgency.ROUTINE && notes.isEmpty(),
				OrderLine.list(test, all));
	}

	/** Whether the other is suggested for the same reason, with the same notes. */
	boolean isFor(OrderRow other) {
		return this.why.equals(other.why) && this.notes.equals(other.notes);
	}

	/** The tests combined with it into one suggestion. */
	private static List<Joined> joined(TestFinding test, List<TestFinding> all) {
		return all.stream()
			.filter((other) -> other.reasons().contains(TestReason.ASKED_WITH.reason(test.title())))
			.map((other) -> new Joined(other.id(), Badge.style(other.status()).replace('_', '-'),
					Wording.within(other.title())))
			.toList();
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "OrderRow[" + this.id + "]";
	}

	/**
	 * A test that is combined with another into one suggestion, which its own mark does
	 * not show.
	 */
	public record Joined(String id, String status, String title) {

	}

}
