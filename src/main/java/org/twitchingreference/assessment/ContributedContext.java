package org.twitchingreference.assessment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.twitchingreference.assessment.criteria.Evaluator;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Criterion;
import org.twitchingreference.knowledge.Rule;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Urgency;

/**
 * What a rule rests on, together with what its contributors add: they never decide, but
 * are shown beside the evidence and may make the finding more urgent. The sources are
 * those of the criteria that hold.
 */
record ContributedContext(Urgency urgency, List<Evidence> evidence, List<Source> sources) {

	ContributedContext {
		evidence = List.copyOf(evidence);
		sources = List.copyOf(sources);
	}

	static ContributedContext of(Rule rule, Outcome outcome, Evaluator evaluator) {
		List<Evidence> evidence = new ArrayList<>(outcome.evidence());
		Set<Source> sources = new LinkedHashSet<>(outcome.sources());
		Urgency urgency = rule.urgency().or(outcome.urgency());
		for (Criterion contributor : rule.contributors()) {
			Outcome contribution = evaluator.decide(contributor);
			if (contribution.is(Truth.HOLDS)) {
				Optional<Reason> reason = contribution.reasons().stream().findFirst();
				urgency = urgency.or(contribution.urgency());
				sources.addAll(contribution.sources());
				contribution.evidence().forEach((one) -> add(evidence, one, reason));
			}
		}
		return new ContributedContext(urgency, evidence,
				outcome.is(Truth.HOLDS) ? rule.sources(sources) : rule.sources());
	}

	/**
	 * Adds the evidence unless the same of its entry is there already; another answer of
	 * the same response is.
	 */
	private static void add(List<Evidence> evidence, Evidence one, Optional<Reason> reason) {
		if (evidence.stream()
			.noneMatch((known) -> known.resource().equals(one.resource()) && known.what().equals(one.what()))) {
			evidence.add(one.asContext(reason));
		}
	}

}
