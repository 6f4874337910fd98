package org.twitchingreference.assessment;

import java.util.List;

import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Backing;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Urgency;

/**
 * A management option that is offered, or withheld because this chart speaks against it;
 * {@code cautions} are the ids of the cautions about it, and the urgency is the highest
 * among the effects that offer it. It is {@code general}, advice for everybody, if
 * nothing in this chart suggests it, limits it or must be checked first, or if only its
 * withholding is about this chart; its reasons may still name what was looked for on a
 * list and not found.
 */
public record OptionFinding(String id, String title, String advice, Status status, Urgency urgency,
		List<Reason> reasons, List<String> cautions, List<Source> sources, boolean general) {

	public OptionFinding {
		reasons = List.copyOf(reasons);
		cautions = List.copyOf(cautions);
		sources = List.copyOf(sources);
	}

	/** An option that is about this chart, not general. */
	public OptionFinding(String id, String title, String advice, Status status, Urgency urgency, List<Reason> reasons,
			List<String> cautions, List<Source> sources) {
		this(id, title, advice, status, urgency, reasons, cautions, sources, false);
	}

	/** How well its sources support the option. */
	public Backing backing() {
		return Backing.of(this.sources);
	}

	/** Whether the option is for this patient. */
	public enum Status {

		OFFERED, WITHHELD

	}

}
