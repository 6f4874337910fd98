package org.twitchingreference.assessment.criteria;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.assessment.results.CriticalValue;
import org.twitchingreference.assessment.results.ResultEvidence;
import org.twitchingreference.chart.Part;
import org.twitchingreference.knowledge.ResultCriterion.CriticalSide;
import org.twitchingreference.knowledge.ResultCriterion.ResultCritical;

/**
 * Decides whether a value is critical in itself; if results were not read, that none is
 * found leaves it open.
 */
final class CriticalEvaluation {

	private CriticalEvaluation() {
	}

	static Outcome evaluate(ResultCritical criterion, List<CriticalValue> critical, Facts facts) {
		List<Outcome> outcomes = critical.stream()
			.filter((value) -> isMeant(criterion, value))
			.map((value) -> Outcome.holds(criterion.meaning().strength(), value.urgency(),
					List.of(ResultEvidence.of(value.result(), Contribution.SUPPORTS)),
					CommonReason.stated(criterion.meaning().reason(), value.reasons())))
			.toList();
		if (!outcomes.isEmpty()) {
			return Outcome.merge(Outcome.Truth.HOLDS, outcomes);
		}
		Optional<Part> unread = facts.unread(criterion.analyte());
		return unread
			.map((part) -> Outcome.open(Doubt.PRESENCE_NOT_READ, List.of(),
					Gap.of(criterion.analyte().title(), CommonReason.notRead(part))))
			.orElse(Outcome.FAILS);
	}

	private static boolean isMeant(ResultCritical criterion, CriticalValue value) {
		boolean side = criterion.side()
			.map((one) -> (one == CriticalSide.LOW) ? value.low() : value.high())
			.orElse(true);
		return side && criterion.confirmed().map((confirmed) -> confirmed == value.confirmed()).orElse(true);
	}

}
