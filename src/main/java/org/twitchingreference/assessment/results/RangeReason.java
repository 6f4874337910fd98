package org.twitchingreference.assessment.results;

import java.util.List;

import org.twitchingreference.assessment.results.Judgement.Side;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.clinical.ReasonCode;

/** On which side of which range a result lies, or why that is open. */
public enum RangeReason implements ReasonCode {

	BELOW("yardstick"), ABOVE("yardstick"), WITHIN("yardstick"), NOT_BELOW("yardstick"), NOT_ABOVE("yardstick"),
	LEFT_OPEN("yardstick"), JUDGED("analyte", "how"), FLAGGED_ABNORMAL("how"), FLAG_NOT_UNDERSTOOD("how", "words"),
	FLAGGED_UNREAD("how", "why"), REACHES_URGENT_LIMIT("how", "limit"), FLAG_BEYOND_RANGE("flag", "range"),
	RANGES_DISAGREE(), FLAG_CONTRADICTS_RANGE(), NO_RANGE(), NO_RANGE_FOR_CHILDREN(), NO_RANGE_WITHOUT_AGE(),
	FALLBACK_RANGE_EXCLUDED("rules"), REPORT_RANGE_UNUSABLE("how"), REPORT_RANGE_NOT_USED("how", "populations"),
	OTHER_RANGE_UNUSABLE("how"), OTHER_RANGE_NOT_USED("how", "populations"), FLAG_OF_UNUSABLE_RANGE("flags", "how"),
	FLAG_CONTRADICTS_FALLBACK("flags", "how"), JUST_OUTSIDE("how"), RULES_NOT_EXCLUDED("how", "rules");

	@SuppressWarnings("ImmutableEnumChecker")
	private final List<String> parameters;

	RangeReason(String... parameters) {
		this.parameters = List.of(parameters);
	}

	@Override
	public List<String> parameters() {
		return this.parameters;
	}

	/** That the result lies on that side by that yardstick. */
	static Reason of(Side side, Yardstick by) {
		RangeReason code = switch (side) {
			case BELOW -> RangeReason.BELOW;
			case ABOVE -> RangeReason.ABOVE;
			case WITHIN -> RangeReason.WITHIN;
			case NOT_BELOW -> RangeReason.NOT_BELOW;
			case NOT_ABOVE -> RangeReason.NOT_ABOVE;
			case OPEN -> RangeReason.LEFT_OPEN;
		};
		return code.reason(by);
	}

	/** What a result is compared with. */
	enum Yardstick {

		REPORT_FLAG, REPORT_RANGE, ITS_RANGE, FALLBACK_RANGE

	}

}
