package org.twitchingreference.chart;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Code;

/**
 * One medicine of the chart: its reference ("MedicationRequest/m1"), the name the EHR
 * gives it, its codes, whether it is in use, when it was started and ended as far as the
 * chart says, the words and codes of its route and dose form, and how much is taken.
 */
public record Medicine(String reference, String name, List<Code> codes, Use use, Optional<ChartTime> start,
		Optional<ChartTime> end, String route, Dosing dosing) {

	public Medicine {
		codes = List.copyOf(codes);
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Medicine[...]";
	}

	/** What the chart says of its use. */
	public enum Use {

		/** An active order or statement. */
		ACTIVE,
		/** Completed or stopped: only depot medicines still act. */
		ENDED

	}

}
