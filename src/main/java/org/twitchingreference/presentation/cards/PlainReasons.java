package org.twitchingreference.presentation.cards;

import java.util.List;

import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.results.RangeReason;
import org.twitchingreference.assessment.results.ResultReason;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.clinical.ReasonCode;

/** Recognises reasons that only repeat what the entries beside them show. */
final class PlainReasons {

	private static final List<ReasonCode> LIMITS = List.of(ResultReason.BELOW_LIMIT, ResultReason.FROM_LIMIT);

	private static final List<ReasonCode> HOW = List.of(RangeReason.BELOW, RangeReason.ABOVE, ResultReason.BELOW_LIMIT,
			ResultReason.FROM_LIMIT);

	private PlainReasons() {
	}

	/**
	 * A reason that says no more than that a value is outside a range or beyond a limit.
	 */
	static boolean is(Reason reason) {
		return reason.is(RangeReason.JUDGED) && reason.arguments().get(1) instanceof Reason how
				&& HOW.stream().anyMatch(how::is);
	}

	/** Such a reason, a limit that is reached, or the knowledge's name for an entry. */
	static boolean isSaidByEvidence(Reason reason) {
		return is(reason) || reason.is(CommonReason.STATED_BY_KNOWLEDGE) || LIMITS.stream().anyMatch(reason::is);
	}

}
