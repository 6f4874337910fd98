package org.twitchingreference.assessment.facts;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.assessment.criteria.ProblemReason;
import org.twitchingreference.assessment.criteria.ThreeValuedLogic;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.knowledge.AllergyTo;
import org.twitchingreference.knowledge.CombinedCriterion;
import org.twitchingreference.knowledge.Criterion;
import org.twitchingreference.knowledge.MedicineCriterion;
import org.twitchingreference.knowledge.PersonCriterion;
import org.twitchingreference.knowledge.PregnancyRecorded;
import org.twitchingreference.knowledge.ProblemCriterion;
import org.twitchingreference.knowledge.ResultCriterion;
import org.twitchingreference.knowledge.Rule;
import org.twitchingreference.knowledge.Urgency;

/**
 * What a condition may come to on any chart, told from its structure by the product's own
 * logic; that parts of it depend on each other is not seen.
 */
public final class PossibleOutcomes implements Criterion.Evaluation<Set<Outcome>> {

	private static final Outcome HOLDS = Outcome.holds(Optional.empty(), Urgency.ROUTINE, List.of(), List.of());

	private static final Outcome FAILS = Outcome.FAILS;

	private static final Outcome OPEN = Outcome.open(Doubt.UNDECIDED, List.of(),
			Gap.of("", ProblemReason.LISTED_NOT_CONFIRMED.reason()));

	private static final Outcome NOT_READ = Outcome.open(Doubt.NOT_READ, List.of(),
			Gap.of("", ProblemReason.LISTED_NOT_CONFIRMED.reason()));

	private static final Outcome ASK = Outcome.ask(List.of(), List.of());

	private static final Set<Outcome> READ = Set.of(HOLDS, FAILS, OPEN, NOT_READ);

	private static final Set<Outcome> NEVER_OPEN = Set.of(HOLDS, FAILS, NOT_READ);

	private final Map<String, Rule> rules;

	public PossibleOutcomes(List<Rule> rules) {
		this.rules = rules.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
	}

	public Set<Verdict> verdicts(Rule rule) {
		return rule.condition().evaluate(this).stream().map((outcome) -> switch (outcome.truth()) {
			case HOLDS -> Verdict.MET;
			case FAILS -> Verdict.NOT_MET;
			case OPEN -> Verdict.UNKNOWN;
			case ASK -> Verdict.ASK;
		}).collect(Collectors.toSet());
	}

	@Override
	public Set<Outcome> result(ResultCriterion.ResultIs criterion) {
		return READ;
	}

	@Override
	public Set<Outcome> critical(ResultCriterion.ResultCritical criterion) {
		return NEVER_OPEN;
	}

	@Override
	public Set<Outcome> near(ResultCriterion.ResultNear criterion) {
		return READ;
	}

	@Override
	public Set<Outcome> problem(ProblemCriterion.ProblemActive criterion) {
		return READ;
	}

	@Override
	public Set<Outcome> repeated(ProblemCriterion.ProblemRepeated criterion) {
		return NEVER_OPEN;
	}

	@Override
	public Set<Outcome> pregnancy(PregnancyRecorded criterion) {
		return READ;
	}

	@Override
	public Set<Outcome> medicine(MedicineCriterion.MedicineActive criterion) {
		return criterion.atLeastDays().isPresent() ? READ : NEVER_OPEN;
	}

	@Override
	public Set<Outcome> together(MedicineCriterion.MedicinesTogether criterion) {
		return NEVER_OPEN;
	}

	@Override
	public Set<Outcome> ordered(ProblemCriterion.ProblemOrdered criterion) {
		return NEVER_OPEN;
	}

	@Override
	public Set<Outcome> allergy(AllergyTo criterion) {
		return NEVER_OPEN;
	}

	@Override
	public Set<Outcome> doseAbove(MedicineCriterion.DailyDoseAbove criterion) {
		return READ;
	}

	@Override
	public Set<Outcome> doseReduced(MedicineCriterion.DoseReduced criterion) {
		return READ;
	}

	@Override
	public Set<Outcome> begun(MedicineCriterion.MedicineBegunSince criterion) {
		return READ;
	}

	@Override
	public Set<Outcome> age(PersonCriterion.AgeBetween criterion) {
		return READ;
	}

	@Override
	public Set<Outcome> sex(PersonCriterion.SexIs criterion) {
		return READ;
	}

	@Override
	public Set<Outcome> rule(CombinedCriterion.RuleMet criterion) {
		return Objects.requireNonNull(this.rules.get(criterion.rule()))
			.condition()
			.evaluate(this)
			.stream()
			.map((outcome) -> outcome.is(Truth.ASK) ? OPEN : outcome)
			.collect(Collectors.toSet());
	}

	@Override
	public Set<Outcome> ask(PersonCriterion.Ask criterion) {
		return criterion.openUntilAnswered() ? Set.of(HOLDS, FAILS, OPEN, ASK) : Set.of(HOLDS, FAILS, OPEN);
	}

	@Override
	public Set<Outcome> all(CombinedCriterion.AllOf criterion) {
		return combined(criterion.of(), ThreeValuedLogic::all);
	}

	@Override
	public Set<Outcome> any(CombinedCriterion.AnyOf criterion) {
		return combined(criterion.of(), ThreeValuedLogic::any);
	}

	/** Fails only by a result: a problem that is not listed decides nothing. */
	@Override
	public Set<Outcome> first(CombinedCriterion.FirstOf criterion) {
		boolean fails = criterion.of().stream().anyMatch(ResultCriterion.ResultIs.class::isInstance);
		return fails ? READ : Set.of(HOLDS, OPEN, NOT_READ);
	}

	/** All verdicts that any-of has: so many may hold, or too few may be left. */
	@Override
	public Set<Outcome> count(CombinedCriterion.AtLeast criterion) {
		return combined(criterion.of(), ThreeValuedLogic::any);
	}

	@Override
	public Set<Outcome> unless(CombinedCriterion.Unless criterion) {
		return criterion.of().evaluate(this).stream().map(ThreeValuedLogic::unless).collect(Collectors.toSet());
	}

	@Override
	public Set<Outcome> not(CombinedCriterion.Not criterion) {
		return criterion.of()
			.evaluate(this)
			.stream()
			.map((outcome) -> ThreeValuedLogic.not(outcome, ""))
			.collect(Collectors.toSet());
	}

	/** Of equal outcomes, one stands for all. */
	private Set<Outcome> combined(List<Criterion> parts, Function<List<Outcome>, Outcome> combination) {
		Set<Set<Outcome>> rows = Set.of(Set.of());
		for (Criterion part : parts) {
			Set<Outcome> possible = part.evaluate(this);
			rows = rows.stream()
				.flatMap((row) -> possible.stream().map((outcome) -> with(row, outcome)))
				.collect(Collectors.toSet());
		}
		return rows.stream()
			.map((row) -> plain(combination.apply(List.copyOf(row))))
			.collect(Collectors.toUnmodifiableSet());
	}

	private static Set<Outcome> with(Set<Outcome> row, Outcome outcome) {
		return Stream.concat(row.stream(), Stream.of(outcome)).collect(Collectors.toUnmodifiableSet());
	}

	private static Outcome plain(Outcome outcome) {
		return switch (outcome.truth()) {
			case HOLDS -> HOLDS;
			case FAILS -> FAILS;
			case OPEN -> (outcome.doubt() == Doubt.NOT_READ) ? NOT_READ : OPEN;
			case ASK -> ASK;
		};
	}

}
