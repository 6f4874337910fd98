package org.twitchingreference.chart;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Code;

/**
 * One order that is neither carried out nor withdrawn (FHIR ServiceRequest,
 * NutritionOrder): its reference, the name the EHR gives what is ordered, its codes, its
 * state, when it was placed and for when it is planned.
 */
public record Order(String reference, String name, List<Code> codes, State state, Optional<ChartTime> placed,
		Optional<ChartTime> planned) {

	public Order {
		codes = List.copyOf(codes);
	}

	/** When it is to be carried out, otherwise when it was placed. */
	public Optional<ChartTime> time() {
		return this.planned.or(() -> this.placed);
	}

	/** Whether it may be for a test; a diet is not. */
	public boolean mayBeForTest() {
		return !this.reference.startsWith("NutritionOrder");
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Order[...]";
	}

	/** The state of an order. */
	public enum State {

		/** To be carried out. */
		ACTIVE,
		/** On hold: neither to be carried out now nor withdrawn. */
		ON_HOLD,
		/** Not placed yet. */
		DRAFT

	}

}
