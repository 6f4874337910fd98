package org.twitchingreference.assessment;

import java.util.Optional;

import org.twitchingreference.assessment.criteria.Evaluator;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.assessment.results.Results;
import org.twitchingreference.assessment.tests.TestReason;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.CombinedCriterion.Unless;
import org.twitchingreference.knowledge.Criterion;
import org.twitchingreference.knowledge.Effect;
import org.twitchingreference.knowledge.ResultCriterion.ResultIs;

/**
 * Advice that a result would rule out if it could be used has to wait: a newest value
 * that exists but cannot be judged is not a good one.
 */
final class HiddenResults {

	private final Evaluator evaluator;

	private final Results results;

	HiddenResults(Evaluator evaluator, Results results) {
		this.evaluator = evaluator;
		this.results = results;
	}

	/** Why the effect withholds its option until more is known, if it does. */
	Optional<Reason> withholds(Effect effect, Outcome outcome) {
		boolean waits = outcome.is(Truth.OPEN) && (isHidden(effect.condition()) || isUnread(effect.condition()));
		return waits ? CommonReason.joined(outcome.reasons().stream()).map(TestReason.NOT_UNTIL_KNOWN::reason)
				: Optional.empty();
	}

	private boolean isHidden(Criterion condition) {
		return condition.parts(ResultIs.class).anyMatch((result) -> this.results.newest(result.analyte()).isHidden());
	}

	/**
	 * What holds "unless" a result is known is itself not known if the results were not
	 * read.
	 */
	private boolean isUnread(Criterion condition) {
		return condition.parts(Unless.class)
			.map(Unless::of)
			.filter(ResultIs.class::isInstance)
			.map(this.evaluator::evaluate)
			.anyMatch((result) -> result.is(Truth.OPEN) && !result.isUndecided());
	}

}
