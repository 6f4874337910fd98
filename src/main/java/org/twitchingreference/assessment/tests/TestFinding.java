package org.twitchingreference.assessment.tests;

import java.util.List;

import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Backing;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.knowledge.orders.Ordering;

/**
 * Whether a test is suggested for this chart, and why (not); {@code evidence} is what
 * shows that it was done or is ordered; {@code ordering} is how it is ordered.
 */
public record TestFinding(String id, String title, Status status, Urgency urgency, List<Evidence> evidence,
		List<Reason> reasons, List<Source> sources, Ordering ordering) {

	public TestFinding {
		evidence = List.copyOf(evidence);
		reasons = List.copyOf(reasons);
		sources = List.copyOf(sources);
	}

	/** A test that nothing is known to be ordered for. */
	public TestFinding(String id, String title, Status status, Urgency urgency, List<Evidence> evidence,
			List<Reason> reasons, List<Source> sources) {
		this(id, title, status, urgency, evidence, reasons, sources, Ordering.NONE);
	}

	/** How well its sources support the test. */
	public Backing backing() {
		return Backing.of(this.sources);
	}

	/** What to do about the test. */
	public enum Status {

		/** It is missing and would change something. */
		SUGGESTED,
		/** A valid result or a finished study is in its window. */
		DONE,
		/** It is ordered already, and not done. */
		ORDERED,
		/** Nothing in this chart asks for it. */
		NOT_NEEDED

	}

}
