package org.twitchingreference.chart;

import java.util.List;

import org.twitchingreference.clinical.ReasonCode;

/** Why what is given as a value is not a number or not an answer. */
public enum ValueReason implements ReasonCode {

	NO_VALUE(), NO_VALUE_BECAUSE("reason"), NO_USABLE_NUMBER(), NO_USABLE_NUMBER_BECAUSE("reason"), TEXT_NOT_NUMBER(),
	MAY_BE_THOUSANDS(), CODED_NOT_NUMBER(), DATE_NOT_NUMBER(), RANGE_NOT_NUMBER(), RATIO_NOT_NUMBER(),
	NO_MEASURED_NUMBER(), COMPARATOR_NOT_UNDERSTOOD(), ANSWER_OF_ANOTHER_KIND(), ANSWER_NOT_CODED(),
	ANSWER_WITHOUT_NUMBER(), VALUE_BESIDE_ABSENT_REASON("reason");

	@SuppressWarnings("ImmutableEnumChecker")
	private final List<String> parameters;

	ValueReason(String... parameters) {
		this.parameters = List.of(parameters);
	}

	@Override
	public List<String> parameters() {
		return this.parameters;
	}

}
