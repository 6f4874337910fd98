package org.twitchingreference.assessment;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Backing;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;

/**
 * What the chart says about one cause: its id in the knowledge, title and rule in plain
 * words, the verdict, the strength when met, urgency, evidence, reasons, sources, and how
 * well these support the cause; and whether the cause is a medicine, so that it cannot be
 * met without one in use.
 */
public record CauseFinding(String id, String title, String rule, Verdict verdict, Optional<Strength> strength,
		Urgency urgency, List<Evidence> evidence, List<Reason> reasons, List<Source> sources, Backing backing,
		boolean ofMedicine) {

	public CauseFinding(String id, String title, String rule, Verdict verdict, Optional<Strength> strength,
			Urgency urgency, List<Evidence> evidence, List<Reason> reasons, List<Source> sources, Backing backing) {
		this(id, title, rule, verdict, strength, urgency, evidence, reasons, sources, backing, false);
	}

	public CauseFinding {
		evidence = List.copyOf(evidence);
		reasons = List.copyOf(reasons);
		sources = List.copyOf(sources);
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "CauseFinding[" + this.id + "]";
	}

}
