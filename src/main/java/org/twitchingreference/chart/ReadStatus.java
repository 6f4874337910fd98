package org.twitchingreference.chart;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.clinical.Reason;

/**
 * How the reading of a part, or of one query of it, ended: the outcome, and why it is not
 * complete (empty when it is).
 */
public record ReadStatus(ReadOutcome outcome, Optional<Reason> why) {

	public static final ReadStatus COMPLETE = new ReadStatus(ReadOutcome.OK, Optional.empty());

	/** An incomplete reading, with the reason. */
	public static ReadStatus of(ReadOutcome outcome, Reason why) {
		return new ReadStatus(outcome, Optional.of(why));
	}

	/** The same reason for a part or query of which some was read before it ended. */
	public ReadStatus afterSome() {
		return new ReadStatus(ReadOutcome.TRUNCATED, this.why.map(ReadReason.ONLY_SOME_READ::reason));
	}

	/** The first three of the reasons as one; empty if there are none. */
	public static Optional<Reason> together(List<Reason> reasons) {
		return switch (reasons.size()) {
			case 0 -> Optional.empty();
			case 1 -> Optional.of(reasons.get(0));
			case 2 -> Optional.of(ReadReason.TWO_REASONS.reason(reasons.get(0), reasons.get(1)));
			default -> Optional.of(ReadReason.THREE_REASONS.reason(reasons.get(0), reasons.get(1), reasons.get(2)));
		};
	}

}
