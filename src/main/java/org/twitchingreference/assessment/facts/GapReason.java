package org.twitchingreference.assessment.facts;

import java.util.List;

import org.twitchingreference.clinical.ReasonCode;

/** Why entries of the chart decide no rule. */
public enum GapReason implements ReasonCode {

	FURTHER_ENTRIES("count"), RESULTS_WITHOUT_KNOWN_CODE("count"), ORDERS_WITHOUT_KNOWN_CODE("count"),
	LOCAL_CODE_ONLY("code"), CODE_NOT_KNOWN("code"), NO_CODE(), PRELIMINARY_NOT_MATCHED(),
	DATED_AFTER_ASSESSMENT("count"), PROBLEMS_WITHOUT_KNOWN_CODE("names", "more"), MEDICINES_NOT_NAMED("names", "more"),
	ALLERGIES_NOT_NAMED("names", "more"), ABOUT_ANOTHER("result", "reference", "about"),
	OF_OTHER_SPECIMEN("result", "reference", "specimen"), MEDICINES_WITHOUT_KNOWN_INGREDIENT("names", "more"),
	REPORT_WITHOUT_RESULTS("reference"), PROBLEMS_DENIED("names", "more");

	@SuppressWarnings("ImmutableEnumChecker")
	private final List<String> parameters;

	GapReason(String... parameters) {
		this.parameters = List.of(parameters);
	}

	@Override
	public List<String> parameters() {
		return this.parameters;
	}

}
