package org.twitchingreference.chart;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Code;

/**
 * One active allergy or intolerance (FHIR AllergyIntolerance): its reference, the EHR's
 * name for the substance, whether some name of it is in words and not only a code, its
 * codes, whether it may be to a medicine (its categories are not only food or
 * environment), whether it is confirmed, and when it was recorded.
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
