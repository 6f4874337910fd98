package org.twitchingreference.assessment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.assessment.criteria.AnswerReason;
import org.twitchingreference.assessment.criteria.Evaluator;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.assessment.results.Results;
import org.twitchingreference.assessment.tests.TestReason;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Activity;
import org.twitchingreference.knowledge.CombinedCriterion.RuleMet;
import org.twitchingreference.knowledge.CombinedCriterion.Unless;
import org.twitchingreference.knowledge.Effect;
import org.twitchingreference.knowledge.Urgency;

/** Decides which options a chart offers or withholds, by the effects that name them. */
final class OptionEvaluation {

	private final Map<String, List<Effect>> effects;

	private final Evaluator evaluator;

	private final HiddenResults hidden;

	private final WithheldReasons reasons;

	private final BedsideQuestions questions;

	private final Urgency highest;

	private final Map<String, String> titles;

	/**
	 * Takes the effects by the id of their option, the urgency of the most urgent
	 * finding, and the titles of rules by their id.
	 */
	OptionEvaluation(Map<String, List<Effect>> effects, Evaluator evaluator, Results results,
			BedsideQuestions questions, Urgency highest, Map<String, String> titles) {
		this.effects = effects;
		this.evaluator = evaluator;
		this.hidden = new HiddenResults(evaluator, results);
		this.reasons = new WithheldReasons(evaluator);
		this.questions = questions;
		this.highest = highest;
		this.titles = titles;
	}

	/**
	 * The option, offered or withheld with the reasons; empty when nothing in the chart
	 * brings it up.
	 */
	Optional<OptionFinding> option(Activity option) {
		List<Effect> effects = this.effects.getOrDefault(option.id(), List.of());
		OptionReasons gathered = new OptionReasons(option);
		effects.forEach((effect) -> gather(effect, gathered));
		if (gathered.isNotBroughtUp()) {
			return Optional.empty();
		}
		urgentFirst(option).ifPresent(gathered::withhold);
		return Optional.of(gathered.finding(new ProblemsNotFound(this.evaluator).beside(effects)));
	}

	private void gather(Effect effect, OptionReasons gathered) {
		Outcome outcome = this.evaluator.evaluate(effect.condition());
		boolean withholds = effect.kind() == Effect.Kind.WITHHOLD;
		if (outcome.is(Truth.HOLDS)) {
			if (withholds) {
				this.reasons.of(effect, outcome).forEach(gathered::withhold);
			}
			else {
				gathered.offer(effect, outcome);
			}
			gathered.holds(effect, basis(effect), effect.cautions().stream().filter(this::isRaised).toList());
		}
		else if (withholds) {
			check(outcome).ifPresent((check) -> gathered.check(check.reason(effect.reason())));
			this.hidden.withholds(effect, outcome).ifPresent(gathered::withholdUntilKnown);
		}
	}

	/**
	 * The reason to withhold an option that would play down something urgent on the same
	 * page.
	 */
	private Optional<Reason> urgentFirst(Activity option) {
		return option.withheldWhile()
			.filter((from) -> from.isAtMost(this.highest))
			.map((from) -> TestReason.URGENT_FIRST.reason());
	}

	/**
	 * An offer that assumes no red flag names those nobody asked about; one that does not
	 * wait for a cause to be decided names the cause.
	 */
	private Stream<Reason> basis(Effect effect) {
		if (effect.kind() != Effect.Kind.OFFER) {
			return Stream.empty();
		}
		List<String> unasked = this.questions.takenForAbsent(effect.condition());
		List<String> undecided = effect.condition()
			.parts(Unless.class)
			.flatMap((unless) -> unless.of().parts(RuleMet.class))
			.map(RuleMet::rule)
			.filter((rule) -> this.evaluator.rule(rule).is(Truth.OPEN))
			.map(this.titles::get)
			.flatMap(Stream::ofNullable)
			.distinct()
			.toList();
		return Stream
			.of(unasked.isEmpty() ? null : AnswerReason.RESTS_ON_CHART.reason(unasked),
					undecided.isEmpty() ? null : AnswerReason.RESTS_ON_UNKNOWN.reason(undecided))
			.flatMap(Stream::ofNullable);
	}

	private static Optional<TestReason> check(Outcome outcome) {
		return switch (outcome.doubt()) {
			case NOT_READ -> Optional.of(TestReason.CHECK_UNREAD);
			case UNRECOGNISED -> Optional.of(TestReason.CHECK_UNRECOGNISED);
			case UNCONFIRMED -> Optional.of(TestReason.CHECK_UNCONFIRMED);
			case NONE, ABSENT, UNDECIDED, PRESENCE_NOT_READ, OUTDATED -> Optional.empty();
		};
	}

	private boolean isRaised(String caution) {
		return this.evaluator.rule(caution).is(Truth.HOLDS);
	}

}
