package org.twitchingreference.assessment;

import java.util.Optional;

import org.twitchingreference.clinical.ChartTime;

/**
 * One entry of the chart that a finding rests on, as the EHR states it: its reference,
 * what it is, value and unit as written (empty where it has none), when, the reference
 * range used with where that came from ("3.5-5.1 mmol/L (report)"), what it contributes,
 * and a remark ("matched by name", empty if none).
 */
public record Evidence(String resource, String what, String value, String unit, Optional<ChartTime> time, String range,
		Contribution contribution, String remark) {

	/** The value with its unit as people write it, empty where there is none. */
	public String amount() {
		return (this.value + " " + Words.unit(this.unit)).strip();
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Evidence[...]";
	}

	/** Which way the entry points. */
	public enum Contribution {

		SUPPORTS, ARGUES_AGAINST, CONTEXT

	}

}
