package org.twitchingreference.assessment.tests;

import java.util.List;

import org.twitchingreference.clinical.ReasonCode;

/** Why a test is suggested or not, and what to check before an option. */
public enum TestReason implements ReasonCode {

	CHECK_CHART_FIRST("why"), ASKED_BY_UNREAD(), ASKED_BY_UNRECOGNISED(), ASKED_BY_UNCONFIRMED(), ASKED_BY_NOTHING(),
	DONE_ALREADY("studies"), USABLE_RESULT(), ORDERED_ALREADY("orders"), REMARKED("what", "remark"),
	STUDY_NOT_FINAL("study"), STUDY_DAY_NOT_STATED("study"), ORDER_IS_DRAFT("order"), ORDER_ON_HOLD("order"),
	ORDER_UNDATED("order"), ORDER_OLD("order", "days"), ORDER_GAVE_RESULT("order"), MAY_BE_DONE("why"),
	MAY_BE_ORDERED("why"), NAMES_WITHOUT_KNOWN_CODE("names", "more", "count"), CHECK_UNREAD("what"),
	CHECK_UNRECOGNISED("what"), CHECK_UNCONFIRMED("what"), NOT_UNTIL_KNOWN("why"), LOOKED_FOR("what", "unknown"),
	ASKED_WITH("test"), TAKE_WITH("test"), URGENT_FIRST(), RESTS_ON_VALUE("what", "value", "day"),
	ABOUT_MEDICINES("medicines");

	@SuppressWarnings("ImmutableEnumChecker")
	private final List<String> parameters;

	TestReason(String... parameters) {
		this.parameters = List.of(parameters);
	}

	@Override
	public List<String> parameters() {
		return this.parameters;
	}

}
