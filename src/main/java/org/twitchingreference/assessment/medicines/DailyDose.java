package org.twitchingreference.assessment.medicines;

import java.math.BigDecimal;
import java.util.Optional;

import org.twitchingreference.clinical.Reason;

/**
 * How much of one medicine is taken a day by its order, in the unit of a dose table, and
 * how that was calculated; without an amount, why it cannot be.
 */
record DailyDose(String medicine, Optional<BigDecimal> amount, Reason how) {

	static DailyDose unclear(String medicine, Reason why) {
		return new DailyDose(medicine, Optional.empty(), DoseReason.DOSE_NOT_READABLE.reason(why));
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
