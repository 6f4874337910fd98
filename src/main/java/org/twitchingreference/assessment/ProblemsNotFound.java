package org.twitchingreference.assessment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.assessment.criteria.Evaluator;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.assessment.tests.TestReason;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Effect;
import org.twitchingreference.knowledge.ProblemCriterion.ProblemActive;

/**
 * Names, beside advice, the problems that would have withheld it and were not found, if
 * the problem list has entries with neither a known code nor a known name: one of these
 * may be such a problem.
 */
final class ProblemsNotFound {

	/** How many unknown problems are named. */
	private static final int NAMED = 3;

	private final Evaluator evaluator;

	ProblemsNotFound(Evaluator evaluator) {
		this.evaluator = evaluator;
	}

	/**
	 * What the effects that could withhold the option looked for without finding it;
	 * empty if there is nothing to say.
	 */
	Optional<Reason> beside(List<Effect> effects) {
		List<String> unknown = this.evaluator.unknownProblems();
		List<String> looked = effects.stream()
			.filter((effect) -> effect.kind() == Effect.Kind.WITHHOLD)
			.flatMap((effect) -> effect.condition().parts(ProblemActive.class))
			.filter((problem) -> this.evaluator.evaluate(problem).is(Truth.FAILS))
			.map(ProblemActive::problems)
			.map(CodeSet::title)
			.distinct()
			.toList();
		return (unknown.isEmpty() || looked.isEmpty()) ? Optional.empty()
				: Optional.of(TestReason.LOOKED_FOR.reason(looked, named(unknown)));
	}

	private static List<String> named(List<String> unknown) {
		return (unknown.size() <= NAMED) ? unknown
				: Stream.concat(unknown.stream().limit(NAMED), Stream.of("…")).toList();
	}

}
