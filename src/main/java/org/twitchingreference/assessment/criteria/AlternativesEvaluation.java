package org.twitchingreference.assessment.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.assessment.results.ResultReason;
import org.twitchingreference.knowledge.CombinedCriterion.FirstOf;
import org.twitchingreference.knowledge.Criterion;
import org.twitchingreference.knowledge.ResultCriterion.ResultIs;

/** Decides {@code first-of}: the first of several alternatives that can be decided. */
final class AlternativesEvaluation {

	private final ResultEvaluation results;

	private final Function<Criterion, Outcome> decide;

	AlternativesEvaluation(ResultEvaluation results, Function<Criterion, Outcome> decide) {
		this.results = results;
		this.decide = decide;
	}

	Outcome first(FirstOf criterion) {
		List<Outcome> open = new ArrayList<>();
		for (Criterion one : criterion.of()) {
			Outcome outcome = this.decide.apply(one);
			if (outcome.is(Truth.HOLDS)) {
				return outcome;
			}
			if (outcome.is(Truth.FAILS) && one instanceof ResultIs result) {
				return unlessNewer(outcome, result, criterion.of());
			}
			if (outcome.is(Truth.OPEN)) {
				open.add(outcome);
			}
		}
		return Outcome.merge(Truth.OPEN, withoutThoseNeverMeasured(open));
	}

	/** A result says no only as long as no newer result of an alternative disagrees. */
	private Outcome unlessNewer(Outcome failed, ResultIs result, List<Criterion> alternatives) {
		List<Outcome> newer = alternatives.stream()
			.filter(ResultIs.class::isInstance)
			.map(ResultIs.class::cast)
			.filter((alternative) -> this.results.isNewer(alternative, result))
			.map(this.decide)
			.filter((alternative) -> !alternative.is(Truth.FAILS))
			.toList();
		return newer.stream()
			.filter((alternative) -> alternative.is(Truth.HOLDS))
			.findFirst()
			.orElseGet(() -> newer.isEmpty() ? failed : Outcome.merge(Truth.OPEN, newer));
	}

	/**
	 * Without alternatives that were never measured; if none was, the last one is kept to
	 * say so.
	 */
	private static List<Outcome> withoutThoseNeverMeasured(List<Outcome> open) {
		List<Outcome> kept = new ArrayList<>(open);
		for (Outcome outcome : open) {
			boolean never = !outcome.gaps().isEmpty()
					&& outcome.gaps().stream().allMatch((gap) -> ResultReason.isNotMeasured(gap.why()));
			if (never && kept.size() > 1) {
				kept.remove(outcome);
			}
		}
		return kept;
	}

}
