package org.twitchingreference.assessment.medicines;

import java.util.List;

import org.twitchingreference.clinical.ReasonCode;

/** How much is taken a day, compared with what a label gives. */
public enum DoseReason implements ReasonCode {

	DOSE_NOT_READABLE("why"), AMOUNT_WITHOUT_UNIT(), AMOUNT_UNIT_NOT_UNDERSTOOD(), STRENGTH_NOT_STATED(),
	STRENGTHS_DIFFER(), SUM("one", "other"), DAILY_DOSE("doses", "amount"), DAILY_DOSE_UP_TO("doses", "amount"),
	PIECES("count", "each", "rhythm"), AMOUNT("amount", "rhythm"), TIMES_A("times", "span"),
	TIMES_EVERY("times", "period", "span"), DOSE_OF("medicine", "dose"), DOSE_ABOVE_LABEL("medicine", "dose"),
	DOSE_BELOW_LABEL("medicine", "dose"), DOSE_WITHIN_LABEL("medicine", "dose"),
	LABEL_GIVES("measure", "value", "low", "high", "times"), DOSE_NOT_ABOVE("amount"), SEVERAL_ORDERS("amount"),
	NOT_CALCULABLE("what", "why");

	@SuppressWarnings("ImmutableEnumChecker")
	private final List<String> parameters;

	DoseReason(String... parameters) {
		this.parameters = List.of(parameters);
	}

	@Override
	public List<String> parameters() {
		return this.parameters;
	}

}
