package org.twitchingreference.assessment.facts;

import java.util.List;

import org.twitchingreference.clinical.ReasonCode;

/** Things that may be unknown and that neither the knowledge nor the chart names. */
public enum GapSubject implements ReasonCode {

	CHART_PART("part"), PART_ENTRY("part", "reference"), BEDSIDE_ANSWERS("reference"), AGE(), SEX(),
	UNRECOGNISED_RESULTS(), UNRECOGNISED_RESULT("result"), UNRECOGNISED_ORDERS(), UNRECOGNISED_PROBLEMS(),
	UNRECOGNISED_MEDICINES(), UNRECOGNISED_ALLERGIES(), MEDICINES_OUTSIDE(), PRELIMINARY_RESULT("result"),
	MEDICINES_AND_PROBLEMS(), UNREAD_REPORT("report"), DENIED_PROBLEMS();

	@SuppressWarnings("ImmutableEnumChecker")
	private final List<String> parameters;

	GapSubject(String... parameters) {
		this.parameters = List.of(parameters);
	}

	@Override
	public List<String> parameters() {
		return this.parameters;
	}

}
