package org.twitchingreference.assessment.medicines;

import java.util.List;

import org.twitchingreference.clinical.ReasonCode;

/** Whether a medicine is in use, and remarks on it. */
public enum MedicineReason implements ReasonCode {

	NOT_AMONG_MEDICINES(), NO_KNOWN_MEDICINES(), START_NOT_STATED(), START_NOT_CLEAR(), USE_NOT_STATED("how"),
	NOT_IN_USE_BY_NAME("medicine"), MAY_BE_UNRECOGNISED_MEDICINE(), MAY_BE_ENDED_MEDICINE("medicine", "more"),
	REPORTED(), DISPENSED(), GIVEN(), ENDED_MAY_ACT(), LAST_ORDERED("day");

	@SuppressWarnings("ImmutableEnumChecker")
	private final List<String> parameters;

	MedicineReason(String... parameters) {
		this.parameters = List.of(parameters);
	}

	@Override
	public List<String> parameters() {
		return this.parameters;
	}

}
