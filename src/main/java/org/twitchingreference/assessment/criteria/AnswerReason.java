package org.twitchingreference.assessment.criteria;

import java.util.List;

import org.twitchingreference.clinical.ReasonCode;

/**
 * Why a condition is decided or open by an answer at the bedside, or by what the chart
 * records about it.
 */
public enum AnswerReason implements ReasonCode {

	SO_ANSWERED(), ANSWERED_DIFFERENTLY(), ANSWER_NOT_UNDERSTOOD(), RECORD_MAY_BE_MISSING("why"), AS_RECORDED(),
	AS_RECORDED_PRELIMINARY(), SO_RECORDED(), RECORDED_DIFFERENTLY(), RECORDED_TOO_LONG_AGO("day", "value"),
	CONTRADICTION("one", "other"), WHAT_ELSE_IS_RECORDED(), STATEMENT_PRELIMINARY("statement"),
	STATEMENT_NOT_CODED("statement"), STATEMENT_NOT_KNOWN("statement"), STATEMENT_LEAVES_OPEN("statement"),
	STATEMENT_AMBIGUOUS("statement"), DUE_DATE_NOT_READABLE("statement"), DUE_DATE_TOO_FAR("statement"),
	DUE_DATE_UNCLEAR("statement"), RESTS_ON_CHART("red-flags"), RESTS_ON_UNKNOWN("causes");

	@SuppressWarnings("ImmutableEnumChecker")
	private final List<String> parameters;

	AnswerReason(String... parameters) {
		this.parameters = List.of(parameters);
	}

	@Override
	public List<String> parameters() {
		return this.parameters;
	}

}
