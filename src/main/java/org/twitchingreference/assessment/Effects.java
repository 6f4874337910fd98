package org.twitchingreference.assessment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.assessment.OptionFinding.Status;
import org.twitchingreference.assessment.criteria.AnswerReason;
import org.twitchingreference.assessment.criteria.Evaluator;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.assessment.results.Results;
import org.twitchingreference.assessment.tests.TestReason;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Activity;
import org.twitchingreference.knowledge.Activity.PatientText.Purpose;
import org.twitchingreference.knowledge.CombinedCriterion.RuleMet;
import org.twitchingreference.knowledge.CombinedCriterion.Unless;
import org.twitchingreference.knowledge.Effect;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Urgency;

/** What the chart does to each option. */
final class Effects {

	private final Map<String, List<Effect>> effects;

	private final Evaluator evaluator;

	private final HiddenResults hidden;

	private final WithheldReasons reasons;

	private final BedsideQuestions questions;

	private final Urgency highest;

	private final Map<String, String> titles;

	/**
	 * Takes the effects by option, how urgent the findings are, and the titles of the
	 * rules.
	 */
	Effects(Map<String, List<Effect>> effects, Evaluator evaluator, Results results, BedsideQuestions questions,
			Urgency highest, Map<String, String> titles) {
		this.effects = effects;
		this.evaluator = evaluator;
		this.hidden = new HiddenResults(evaluator, results);
		this.reasons = new WithheldReasons(evaluator);
		this.questions = questions;
		this.highest = highest;
		this.titles = titles;
	}

	/** The option as this chart has it, empty when nothing in the chart brings it up. */
	Optional<OptionFinding> option(Activity option) {
		List<Reason> offers = new ArrayList<>();
		List<Reason> withheld = new ArrayList<>();
		List<Reason> checks = new ArrayList<>();
		List<Reason> unknown = new ArrayList<>();
		Set<String> cautions = new LinkedHashSet<>();
		Set<String> medicines = new LinkedHashSet<>();
		Set<Source> sources = new LinkedHashSet<>(option.sources());
		Urgency urgency = Urgency.ROUTINE;
		boolean ofThisChart = false;
		for (Effect effect : this.effects.getOrDefault(option.id(), List.of())) {
			Outcome outcome = this.evaluator.evaluate(effect.condition());
			if (outcome.is(Truth.HOLDS)) {
				if (effect.kind() == Effect.Kind.WITHHOLD) {
					this.reasons.of(effect, outcome).filter((why) -> !withheld.contains(why)).forEach(withheld::add);
				}
				else {
					offers.addAll(CommonReason.cited(effect.reason(), effect.sources()));
					ofThisChart |= outcome.evidence().stream().anyMatch(Effects::supports);
					medicines(option, outcome).forEach(medicines::add);
				}
				urgency = (effect.kind() == Effect.Kind.OFFER) ? urgency.or(effect.urgency()) : urgency;
				basis(effect).filter((reason) -> !checks.contains(reason)).forEach(checks::add);
				sources.addAll(effect.sources());
				effect.cautions().stream().filter(this::isRaised).forEach(cautions::add);
			}
			else if (effect.kind() == Effect.Kind.WITHHOLD) {
				check(outcome).ifPresent((check) -> checks.add(check.reason(effect.reason())));
				this.hidden.withholds(effect, outcome).ifPresent(unknown::add);
			}
		}
		if (offers.isEmpty() && withheld.isEmpty()) {
			return Optional.empty();
		}
		urgentFirst(option).ifPresent(withheld::add);
		if (withheld.isEmpty()) {
			withheld.addAll(unknown.stream().distinct().toList());
		}
		boolean general = (checks.isEmpty() || !withheld.isEmpty()) && cautions.isEmpty() && !ofThisChart
				&& !option.patientTexts(Purpose.ADVICE).isEmpty();
		if (!medicines.isEmpty()) {
			offers.add(TestReason.ABOUT_MEDICINES.reason(List.copyOf(medicines)));
		}
		offers.addAll(checks);
		new ListsLookedAt(this.evaluator).beside(this.effects.getOrDefault(option.id(), List.of()))
			.ifPresent(offers::add);
		return Optional.of(new OptionFinding(option.id(), option.title(), option.text(),
				withheld.isEmpty() ? Status.OFFERED : Status.WITHHELD, withheld.isEmpty() ? urgency : Urgency.ROUTINE,
				withheld.isEmpty() ? offers : withheld, List.copyOf(cautions), List.copyOf(sources), general));
	}

	private static Stream<String> medicines(Activity option, Outcome offer) {
		return offer.evidence()
			.stream()
			.filter((entry) -> option.namesMedicines() && entry.isMedicine() && supports(entry))
			.map(Evidence::what);
	}

	private static boolean supports(Evidence entry) {
		return entry.contribution() == Contribution.SUPPORTS;
	}

	/**
	 * The reason that something urgent is on the same page, which the option would play
	 * down.
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
