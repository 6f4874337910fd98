package org.twitchingreference.assessment.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.twitchingreference.assessment.facts.Age;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.assessment.medicines.DailyDoseAboveEvaluation;
import org.twitchingreference.assessment.medicines.DoseReducedEvaluation;
import org.twitchingreference.assessment.medicines.MedicineEvaluation;
import org.twitchingreference.assessment.medicines.MedicineStartEvaluation;
import org.twitchingreference.assessment.medicines.MedicinesTogetherEvaluation;
import org.twitchingreference.assessment.results.CriticalValues;
import org.twitchingreference.assessment.results.RangeJudge;
import org.twitchingreference.assessment.results.ReportFlags;
import org.twitchingreference.assessment.results.ReportedRangeReader;
import org.twitchingreference.assessment.results.ResultConverter;
import org.twitchingreference.assessment.results.Results;
import org.twitchingreference.knowledge.AllergyTo;
import org.twitchingreference.knowledge.CombinedCriterion;
import org.twitchingreference.knowledge.Criterion;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.MedicineCriterion;
import org.twitchingreference.knowledge.PersonCriterion;
import org.twitchingreference.knowledge.PregnancyRecorded;
import org.twitchingreference.knowledge.ProblemCriterion;
import org.twitchingreference.knowledge.ResultCriterion;

/** Hands each kind of condition to the class that decides it for this chart. */
final class CriterionEvaluation implements Criterion.Evaluation<Outcome> {

	private final Facts facts;

	private final Function<String, Outcome> rules;

	private final CriticalValues critical;

	private final ResultEvaluation results;

	private final ProblemEvaluation problems;

	private final PregnancyEvaluation pregnancy;

	private final MedicineEvaluation medicines;

	private final AllergyEvaluation allergies;

	private final MedicinesTogetherEvaluation together;

	private final DailyDoseAboveEvaluation dosesAbove;

	private final DoseReducedEvaluation dosesReduced;

	private final MedicineStartEvaluation begun;

	private final PersonEvaluation person;

	private final AnswerEvaluation answers;

	private final AlternativesEvaluation alternatives;

	/**
	 * Takes a function that gives the outcome of a rule by its id, for conditions that
	 * depend on other rules.
	 */
	CriterionEvaluation(Facts facts, Knowledge knowledge, Results newest, CriticalValues critical,
			AnswerEvaluation answers, Function<String, Outcome> rules) {
		this.facts = facts;
		this.rules = rules;
		this.answers = answers;
		Age age = Age.of(facts.chart().patient(), facts.asOf());
		this.critical = critical;
		this.results = new ResultEvaluation(facts, newest,
				new SingleResultEvaluation(facts, judge(knowledge, age), age));
		this.together = new MedicinesTogetherEvaluation(facts, knowledge.medicines());
		this.dosesAbove = new DailyDoseAboveEvaluation(facts, newest, knowledge);
		this.dosesReduced = new DoseReducedEvaluation(facts, newest, knowledge);
		this.problems = new ProblemEvaluation(facts);
		this.pregnancy = new PregnancyEvaluation(facts);
		this.medicines = new MedicineEvaluation(facts, knowledge.medicines());
		this.allergies = new AllergyEvaluation(facts, knowledge.medicines());
		this.begun = new MedicineStartEvaluation(facts, newest, knowledge.medicines());
		this.person = new PersonEvaluation(facts, age);
		this.alternatives = new AlternativesEvaluation(this.results, this::decide);
	}

	private RangeJudge judge(Knowledge knowledge, Age age) {
		ResultConverter readings = new ResultConverter(knowledge.units(), knowledge.ucum());
		return new RangeJudge(
				new ReportedRangeReader(readings, knowledge.populations(), age, this.facts.chart().patient().sex()),
				new ReportFlags(knowledge.flagWords()), age,
				(rule) -> this.rules.apply(rule).is(Truth.HOLDS) || this.rules.apply(rule).isUndecided(),
				(rule) -> this.rules.apply(rule).is(Truth.OPEN));
	}

	/** The outcome of the condition, with its sources. */
	Outcome decide(Criterion condition) {
		Outcome outcome = condition.evaluate(this);
		return condition.meaning().sources().isEmpty() ? outcome : outcome.citing(condition.meaning().sources());
	}

	@Override
	public Outcome result(ResultCriterion.ResultIs criterion) {
		return this.results.evaluate(criterion);
	}

	@Override
	public Outcome critical(ResultCriterion.ResultCritical criterion) {
		return CriticalEvaluation.evaluate(criterion, this.critical.of(criterion.analyte()), this.facts);
	}

	@Override
	public Outcome near(ResultCriterion.ResultNear criterion) {
		return this.results.near(criterion);
	}

	@Override
	public Outcome problem(ProblemCriterion.ProblemActive criterion) {
		return this.problems.active(criterion);
	}

	@Override
	public Outcome ordered(ProblemCriterion.ProblemOrdered criterion) {
		return this.problems.ordered(criterion);
	}

	@Override
	public Outcome repeated(ProblemCriterion.ProblemRepeated criterion) {
		return this.problems.repeated(criterion);
	}

	@Override
	public Outcome pregnancy(PregnancyRecorded criterion) {
		return this.pregnancy.evaluate(criterion, criterion.otherwise().evaluate(this));
	}

	@Override
	public Outcome medicine(MedicineCriterion.MedicineActive criterion) {
		return this.medicines.evaluate(criterion);
	}

	@Override
	public Outcome together(MedicineCriterion.MedicinesTogether criterion) {
		return this.together.evaluate(criterion);
	}

	@Override
	public Outcome allergy(AllergyTo criterion) {
		return this.allergies.evaluate(criterion);
	}

	@Override
	public Outcome doseAbove(MedicineCriterion.DailyDoseAbove criterion) {
		return this.dosesAbove.evaluate(criterion);
	}

	@Override
	public Outcome doseReduced(MedicineCriterion.DoseReduced criterion) {
		return this.dosesReduced.evaluate(criterion, (one) -> one.otherwise().evaluate(this));
	}

	@Override
	public Outcome begun(MedicineCriterion.MedicineBegunSince criterion) {
		return this.begun.evaluate(criterion);
	}

	@Override
	public Outcome age(PersonCriterion.AgeBetween criterion) {
		return this.person.age(criterion);
	}

	@Override
	public Outcome sex(PersonCriterion.SexIs criterion) {
		return this.person.sex(criterion);
	}

	@Override
	public Outcome rule(CombinedCriterion.RuleMet criterion) {
		Outcome outcome = this.rules.apply(criterion.rule()).citing(List.of());
		if (outcome.is(Truth.HOLDS) && !criterion.meaning().reason().isBlank()) {
			return Outcome.holds(criterion.meaning().strength(), outcome.urgency(), outcome.evidence(),
					CommonReason.stated(criterion.meaning().reason()));
		}
		return outcome.is(Truth.ASK) ? Outcome.merge(Truth.OPEN, List.of(outcome)) : outcome;
	}

	@Override
	public Outcome ask(PersonCriterion.Ask criterion) {
		return this.answers.evaluate(criterion);
	}

	@Override
	public Outcome all(CombinedCriterion.AllOf criterion) {
		List<Outcome> outcomes = new ArrayList<>(criterion.of().size());
		for (Criterion one : criterion.of()) {
			Outcome outcome = decide(one);
			if (outcome.is(Truth.FAILS)) {
				return outcome;
			}
			outcomes.add(outcome);
		}
		return ThreeValuedLogic.all(outcomes);
	}

	@Override
	public Outcome any(CombinedCriterion.AnyOf criterion) {
		return ThreeValuedLogic.any(each(criterion.of()));
	}

	@Override
	public Outcome first(CombinedCriterion.FirstOf criterion) {
		return this.alternatives.first(criterion);
	}

	@Override
	public Outcome count(CombinedCriterion.AtLeast criterion) {
		return ThreeValuedLogic.atLeast(criterion.count(), each(criterion.of()));
	}

	@Override
	public Outcome not(CombinedCriterion.Not criterion) {
		return ThreeValuedLogic.not(criterion.of().evaluate(this), criterion.meaning().reason());
	}

	@Override
	public Outcome unless(CombinedCriterion.Unless criterion) {
		return ThreeValuedLogic.unless(criterion.of().evaluate(this));
	}

	private List<Outcome> each(List<Criterion> criteria) {
		List<Outcome> outcomes = new ArrayList<>(criteria.size());
		for (Criterion criterion : criteria) {
			outcomes.add(decide(criterion));
		}
		return outcomes;
	}

}
