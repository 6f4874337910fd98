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
 * A result that is critical in itself: beyond an urgent limit of its analyte, or flagged
 * by the laboratory. {@code computed} is its amount if it is a computed one. It is low,
 * high, or neither if it is only flagged; it is confirmed if the result can be used, and
 * otherwise its reasons say why not.
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
