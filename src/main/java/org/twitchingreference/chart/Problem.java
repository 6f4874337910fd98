package org.twitchingreference.chart;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Code;

/**
 * One problem, diagnosis or finding (FHIR Condition): its reference, the name the EHR
 * gives it, all that it is called, its codes, whether it is active (active, recurrence,
 * relapse, or no clinical status at all), and when it was last recorded (recordedDate,
 * else onset).
 */
public record Problem(String reference, String name, List<String> names, List<Code> codes, boolean active,
		boolean confirmed, Optional<ChartTime> recorded) {

	public Problem {
		names = List.copyOf(names);
		codes = List.copyOf(codes);
	}

	/** The same, listed as not confirmed. */
	public Problem unconfirmed() {
		return new Problem(this.reference, this.name, this.names, this.codes, this.active, false, this.recorded);
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Problem[...]";
	}

}
