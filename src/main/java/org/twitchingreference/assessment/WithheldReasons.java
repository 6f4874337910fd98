package org.twitchingreference.assessment;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.twitchingreference.assessment.criteria.Evaluator;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.assessment.tests.TestReason;
import org.twitchingreference.clinical.Quantity;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.CombinedCriterion.Unless;
import org.twitchingreference.knowledge.Effect;
import org.twitchingreference.knowledge.ResultCriterion.ResultIs;

/**
 * Why an option is withheld: what the knowledge says, which result is not known if that
 * is the reason, and the values that speak against it.
 */
final class WithheldReasons {

	private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

	private final Evaluator evaluator;

	WithheldReasons(Evaluator evaluator) {
		this.evaluator = evaluator;
	}

	Stream<Reason> of(Effect effect, Outcome outcome) {
		return Stream
			.of(CommonReason.cited(effect.reason(), effect.sources()).stream(), notKnown(effect),
					outcome.evidence().stream().flatMap((one) -> value(one).stream()))
			.flatMap((reasons) -> reasons);
	}

	/** What an effect that holds "unless" a result is known says about that result. */
	private Stream<Reason> notKnown(Effect effect) {
		return effect.condition()
			.parts(Unless.class)
			.map(Unless::of)
			.filter(ResultIs.class::isInstance)
			.map(this.evaluator::evaluate)
			.filter((result) -> result.is(Truth.OPEN))
			.flatMap((result) -> result.reasons().stream());
	}

	private static Optional<Reason> value(Evidence one) {
		boolean isAmount = NUMBER.matcher(one.value()).matches() && !one.unit().isBlank();
		return one.time()
			.filter((time) -> isAmount)
			.map((time) -> TestReason.RESTS_ON_VALUE.reason(one.what(),
					new Quantity(new BigDecimal(one.value()), one.unit()), time));
	}

}
