package org.twitchingreference.assessment.tests;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.facts.AsWritten;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Activity.EntryMatcher;

/**
 * Whether a test is already done or ordered: the entries of the chart that show it,
 * otherwise notes about entries that do not count.
 */
record TestCompletion(List<Evidence> evidence, List<Reason> notes) {

	static final TestCompletion NOTHING = new TestCompletion(List.of(), List.of());

	/** How many notes are shown. */
	private static final int MOST_NOTES = 3;

	TestCompletion {
		evidence = List.copyOf(evidence);
		notes = notes.stream().limit(MOST_NOTES).toList();
	}

	static Evidence evidence(String reference, String name, Optional<ChartTime> time, List<Code> codes) {
		return Evidence.entry(reference, name, time, Contribution.CONTEXT,
				EntryMatcher.isCoded(codes) ? Optional.empty() : Optional.of(CommonReason.MATCHED_BY_NAME.reason()));
	}

	boolean isShown() {
		return !this.evidence.isEmpty();
	}

	/** The entries with their days: "EKG study of 3 Nov 2026". */
	Reason entries() {
		return CommonReason.joined(this.evidence.stream().map(TestCompletion::entry)).orElseThrow();
	}

	private static Reason entry(Evidence one) {
		Reason dated = AsWritten.dated(one.what(), one.time());
		return one.remark().map((remark) -> TestReason.REMARKED.reason(dated, remark)).orElse(dated);
	}

}
