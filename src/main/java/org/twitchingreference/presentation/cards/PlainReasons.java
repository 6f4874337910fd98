package org.twitchingreference.presentation.cards;

import java.util.List;

import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.results.RangeReason;
import org.twitchingreference.assessment.results.ResultReason;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.clinical.ReasonCode;

/** Tells the reasons that only repeat what the entries show that stand beside them. */
final class PlainReasons {

	private static final List<ReasonCode> LIMITS = List.of(ResultReason.BELOW_LIMIT, ResultReason.FROM_LIMIT);

	private static final List<ReasonCode> HOW = List.of(RangeReason.BELOW, RangeReason.ABOVE, ResultReason.BELOW_LIMIT,
			ResultReason.FROM_LIMIT);

	private PlainReasons() {
	}

	/** That a value lies outside a range or beyond a limit, and nothing more. */
	static boolean is(Reason reason) {
		return reason.is(RangeReason.JUDGED) && reason.arguments().get(1) instanceof Reason how
				&& HOW.stream().anyMatch(how::is);
	}

	/** That, a limit that is reached, or what the knowledge calls an entry. */
	static boolean isSaidByEvidence(Reason reason) {
		return is(reason) || reason.is(CommonReason.STATED_BY_KNOWLEDGE) || LIMITS.stream().anyMatch(reason::is);
	}

}
