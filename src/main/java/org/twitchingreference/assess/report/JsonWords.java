package org.twitchingreference.assess.report;

import java.util.List;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.presentation.words.RangeWords;
import org.twitchingreference.presentation.words.ReasonWords;

import org.springframework.context.MessageSource;

/** The words that stand in the JSON beside the codes. */
final class JsonWords {

	private final ReasonWords reasons;

	private final RangeWords ranges;

	JsonWords(MessageSource messages) {
		this.reasons = ReasonWords.withAddresses(messages);
		this.ranges = new RangeWords(messages);
	}

	/**
	 * The reasons with the remarks on single entries: "matched by name" must not be lost.
	 */
	static List<Reason> reasons(List<Reason> reasons, List<Evidence> evidence) {
		Stream<Reason> remarks = evidence.stream()
			.flatMap((one) -> one.remark().map((remark) -> CommonReason.REMARK.reason(one.what(), remark)).stream());
		return Stream.concat(reasons.stream(), remarks).distinct().toList();
	}

	String of(Reason reason) {
		return this.reasons.of(reason);
	}

	List<String> of(List<Reason> several) {
		return this.reasons.of(several);
	}

	String of(RangeUsed range) {
		return this.ranges.of(range);
	}

}
