package org.twitchingreference.chart;

import org.twitchingreference.clinical.ReasonCode;

/**
 * Why no dose can be read from an entry about a medicine (Dosage): modified is a
 * modifierExtension that nobody here understands, limited a maxDosePerPeriod.
 */
public enum DosingReason implements ReasonCode {

	READ_FROM_ORDERS_ONLY, NO_DOSAGE, SEVERAL_DOSAGES, NO_SINGLE_AMOUNT, NO_REGULAR_RHYTHM, DOSAGE_MODIFIED,
	DOSE_LIMITED

}
