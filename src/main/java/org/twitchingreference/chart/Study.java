package org.twitchingreference.chart;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Code;

/**
 * One study that was done or is in progress (FHIR DiagnosticReport or Procedure): its
 * reference, the name the EHR gives it, its codes, whether it is finished, and when it
 * was done.
 */
public record Study(String reference, String name, List<Code> codes, boolean finished, Optional<ChartTime> time) {

	public Study {
		codes = List.copyOf(codes);
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Study[...]";
	}

}
