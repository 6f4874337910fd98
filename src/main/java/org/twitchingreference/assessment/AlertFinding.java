package org.twitchingreference.assessment;

import java.util.List;

import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Backing;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Urgency;

/**
 * A red flag or caution that the chart raises: its rule in plain words, what to do about
 * it, if anything, its evidence, reasons and sources, and how well these support it.
 */
public record AlertFinding(String id, String title, String rule, String advice, Urgency urgency,
		List<Evidence> evidence, List<Reason> reasons, List<Source> sources, Backing backing) {

	public AlertFinding {
		evidence = List.copyOf(evidence);
		reasons = List.copyOf(reasons);
		sources = List.copyOf(sources);
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "AlertFinding[" + this.id + "]";
	}

}
