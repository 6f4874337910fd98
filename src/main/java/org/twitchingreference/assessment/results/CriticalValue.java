package org.twitchingreference.assessment.results;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.chart.LabResult;
import org.twitchingreference.clinical.Quantity;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Analyte.Action;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Urgency;

/**
 * A result that is critical by itself: beyond a limit of the analyte or by the
 * laboratory's own flag, with the amount where it is computed, low, high, or (neither)
 * only said to be so; confirmed where the result can be used, else with the reason why it
 * cannot.
 */
public record CriticalValue(Analyte analyte, LabResult result, Optional<Quantity> computed, boolean low, boolean high,
		Urgency urgency, boolean confirmed, List<Reason> reasons, List<Source> sources, Optional<Action> action) {

	public CriticalValue {
		reasons = List.copyOf(reasons);
		sources = List.copyOf(sources);
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "CriticalValue[...]";
	}

}
