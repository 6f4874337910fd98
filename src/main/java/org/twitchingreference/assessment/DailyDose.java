package org.twitchingreference.assessment;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much of one medicine is taken a day, in the unit of a dose table, with the
 * arithmetic; without an amount, why none can be read from its order.
 */
record DailyDose(String medicine, Optional<BigDecimal> amount, String words) {

	static final String UNREADABLE = "dose not stated in a form that can be read";

	static DailyDose unclear(String medicine, String why) {
		return new DailyDose(medicine, Optional.empty(), UNREADABLE + " (" + why + ")");
	}

	boolean isAbove(BigDecimal limit) {
		return this.amount.filter((dose) -> dose.compareTo(limit) > 0).isPresent();
	}

	boolean isBelow(BigDecimal limit) {
		return this.amount.filter((dose) -> dose.compareTo(limit) < 0).isPresent();
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "DailyDose[...]";
	}

}
