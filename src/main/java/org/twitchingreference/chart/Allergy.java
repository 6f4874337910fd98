package org.twitchingreference.chart;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Code;

/**
 * One allergy or intolerance that is active (FHIR AllergyIntolerance): its reference, the
 * name the EHR gives the substance, whether any name of it is in words, its codes,
 * whether it may be to a medicine (its categories do not say food or environment only),
 * whether it is confirmed, and when it was recorded.
 */
public record Allergy(String reference, String name, boolean inWords, List<Code> codes, boolean mayBeToMedicine,
		boolean confirmed, Optional<ChartTime> recorded) {

	public Allergy {
		codes = List.copyOf(codes);
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Allergy[...]";
	}

}
