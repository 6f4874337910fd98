package org.twitchingreference.assessment.criteria;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.Age;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.GapSubject;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.assessment.results.CriticalValue;
import org.twitchingreference.assessment.results.CriticalValues;
import org.twitchingreference.assessment.results.NewestResult;
import org.twitchingreference.assessment.results.RangeJudge;
import org.twitchingreference.assessment.results.Ranges;
import org.twitchingreference.assessment.results.ReportFlags;
import org.twitchingreference.assessment.results.ResultConverter;
import org.twitchingreference.assessment.results.ResultReason;
import org.twitchingreference.assessment.results.Results;
import org.twitchingreference.assessment.results.Trend;
import org.twitchingreference.chart.Answer;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.knowledge.AllergyTo;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.CombinedCriterion;
import org.twitchingreference.knowledge.Criterion;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.MedicineCriterion;
import org.twitchingreference.knowledge.PersonCriterion;
import org.twitchingreference.knowledge.PregnancyRecorded;
import org.twitchingreference.knowledge.ProblemCriterion;
import org.twitchingreference.knowledge.Question;
import org.twitchingreference.knowledge.ResultCriterion;
import org.twitchingreference.knowledge.Rule;
import org.twitchingreference.knowledge.Urgency;

/** Decides conditions for one chart, each rule only once. */
public final class Evaluator implements Criterion.Evaluation<Outcome> {

	private final Facts facts;

	private final Age age;

	private final Map<String, Rule> rules = new HashMap<>();

	private final Map<String, Outcome> decided = new HashMap<>();

	private final Results newest;

	private final CriticalValues critical;

	private final ResultEvaluation results;

	private final ProblemEvaluation problems;

	private final PregnancyEvaluation pregnancy;

	private final MedicineEvaluation medicines;

	private final AllergyEvaluation allergies;

	private final DoseEvaluation doses;

	private final MedicineStartEvaluation begun;

	private final AnswerEvaluation answers;

	private final Knowledge knowledge;

	public Evaluator(Facts facts, Knowledge knowledge) {
		this(facts, knowledge, facts.chart().answers(), new Results(facts, knowledge));
	}

	private Evaluator(Facts facts, Knowledge knowledge, List<Answer> given, Results newest) {
		this.facts = facts;
		this.knowledge = knowledge;
		knowledge.rules().forEach((rule) -> this.rules.put(rule.id(), rule));
		this.age = Age.of(facts.chart().patient(), facts.asOf());
		ResultConverter readings = new ResultConverter(knowledge.units(), knowledge.ucum());
		RangeJudge judge = new RangeJudge(
				new Ranges(readings, knowledge.populations(), this.age, facts.chart().patient().sex()),
				new ReportFlags(knowledge.flagWords()), this.age,
				(rule) -> rule(rule).is(Truth.HOLDS) || rule(rule).isUndecided(), (rule) -> rule(rule).is(Truth.OPEN));
		this.newest = newest;
		this.critical = new CriticalValues(this.newest, knowledge);
		this.results = new ResultEvaluation(facts, this.newest, judge, this.age);
		this.doses = new DoseEvaluation(facts, this.newest, new DailyDoses(knowledge.units(), knowledge.ucum()));
		this.problems = new ProblemEvaluation(facts);
		this.pregnancy = new PregnancyEvaluation(facts);
		this.medicines = new MedicineEvaluation(facts, knowledge.medicines());
		this.allergies = new AllergyEvaluation(facts, knowledge.medicines());
		this.begun = new MedicineStartEvaluation(facts, this.newest, this.medicines);
		this.answers = new AnswerEvaluation(new GivenAnswers(given, knowledge.bedside(), facts.asOf()),
				new RecordedHabits(facts), knowledge);
	}

	/** The same chart, as if the question had just been answered yes. */
	public Evaluator ifYesTo(Question question) {
		LocalDate day = this.facts.asOf().plusDays(1);
		Instant midnight = day.atStartOfDay().toInstant(ZoneOffset.UTC);
		Answer yes = new Answer("", this.knowledge.bedside().questionnaire(), question.id(), new Answer.YesNo(true),
				Optional.of(new ChartTime(midnight, midnight, day, day)));
		return new Evaluator(this.facts, this.knowledge,
				Stream.concat(this.facts.chart().answers().stream(), Stream.of(yes)).toList(), this.newest);
	}

	/** The outcome of the rule's condition. */
	public Outcome rule(String id) {
		Outcome known = this.decided.get(id);
		if (known != null) {
			return known;
		}
		Outcome outcome = decide(Objects.requireNonNull(this.rules.get(id), id).condition());
		this.decided.put(id, outcome);
		return outcome;
	}

	/** The outcome of the condition, with its sources. */
	public Outcome decide(Criterion condition) {
		Outcome outcome = condition.evaluate(this);
		return condition.meaning().sources().isEmpty() ? outcome : outcome.citing(condition.meaning().sources());
	}

	/** The names of active problems with neither a known code nor a known name. */
	public List<String> unknownProblems() {
		return this.facts.unknownProblems();
	}

	/** When the samples behind the newest results of the analytes were taken. */
	public List<ChartTime> resultTimes(List<Analyte> analytes) {
		return analytes.stream()
			.flatMap((analyte) -> this.newest.newest(analyte, analyte.validDays()).obtained().stream())
			.toList();
	}

	/** Whether the newest result of the analyte cannot be used. */
	public boolean isHidden(Analyte analyte) {
		return this.newest.newest(analyte, analyte.validDays()) instanceof NewestResult.Missing missing
				&& (missing.gap().why().is(ResultReason.NOT_USED)
						|| missing.gap().why().is(ResultReason.RESULT_UNUSABLE));
	}

	@Override
	public Outcome result(ResultCriterion.ResultIs criterion) {
		return this.results.evaluate(criterion);
	}

	/** The trend of the analyte, if it was measured more than once. */
	public Optional<Trend> trend(Analyte analyte) {
		return Trend.of(analyte, this.newest);
	}

	/** The values of the analyte that are critical in themselves. */
	public List<CriticalValue> criticalValues(Analyte analyte) {
		return this.critical.of(analyte);
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
		return this.medicines.active(criterion);
	}

	@Override
	public Outcome together(MedicineCriterion.MedicinesTogether criterion) {
		return this.medicines.together(criterion);
	}

	@Override
	public Outcome allergy(AllergyTo criterion) {
		return this.allergies.evaluate(criterion);
	}

	@Override
	public Outcome doseAbove(MedicineCriterion.DailyDoseAbove criterion) {
		return this.doses.above(criterion);
	}

	@Override
	public Outcome doseReduced(MedicineCriterion.DoseReduced criterion) {
		return this.doses.reduced(criterion, (one) -> one.otherwise().evaluate(this));
	}

	@Override
	public Outcome begun(MedicineCriterion.MedicineBegunSince criterion) {
		return this.begun.evaluate(criterion);
	}

	@Override
	public Outcome age(PersonCriterion.AgeBetween criterion) {
		BigDecimal from = BigDecimal.valueOf(criterion.from());
		BigDecimal below = BigDecimal.valueOf(criterion.below());
		if (this.age.isFrom(from) && this.age.isBelow(below)) {
			return Outcome.holds(criterion.meaning().strength(), Urgency.ROUTINE, List.of(),
					CommonReason.stated(criterion.meaning().reason()));
		}
		if (this.age.isBelow(from) || this.age.isFrom(below)) {
			return Outcome.FAILS;
		}
		Doubt doubt = this.facts.isComplete(Part.PATIENT) ? Doubt.UNDECIDED : Doubt.NOT_READ;
		return Outcome.open(doubt, List.of(), Gap.of(GapSubject.AGE, CommonReason.AGE_UNCLEAR.reason()));
	}

	@Override
	public Outcome sex(PersonCriterion.SexIs criterion) {
		Optional<String> sex = this.facts.chart().patient().sex();
		if (sex.filter(criterion.sex()::equals).isPresent()) {
			return Outcome.holds(criterion.meaning().strength(), Urgency.ROUTINE, List.of(),
					CommonReason.stated(criterion.meaning().reason()));
		}
		boolean known = sex.filter(List.of("male", "female")::contains).isPresent();
		return known ? Outcome.FAILS : Outcome.open(Doubt.UNDECIDED, List.of(),
				Gap.of(GapSubject.SEX, CommonReason.SEX_NOT_STATED.reason()));
	}

	@Override
	public Outcome rule(CombinedCriterion.RuleMet criterion) {
		Outcome outcome = rule(criterion.rule()).citing(List.of());
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

	/** In completed years, empty where it is not certain. */
	public OptionalInt patientAge() {
		return this.facts.chart().patient().ageOn(this.facts.asOf());
	}

	/** Whether and how the question was answered recently. */
	public Asked asked(Question question) {
		return this.answers.asked(question, patientAge());
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
		return Combination.all(outcomes);
	}

	@Override
	public Outcome any(CombinedCriterion.AnyOf criterion) {
		return Combination.any(each(criterion.of()));
	}

	@Override
	public Outcome first(CombinedCriterion.FirstOf criterion) {
		List<Outcome> open = new ArrayList<>();
		for (Criterion one : criterion.of()) {
			Outcome outcome = decide(one);
			if (outcome.is(Truth.HOLDS)) {
				return outcome;
			}
			if (outcome.is(Truth.FAILS) && one instanceof ResultCriterion.ResultIs result) {
				return unlessNewer(outcome, result, criterion.of());
			}
			if (outcome.is(Truth.OPEN)) {
				open.add(outcome);
			}
		}
		return Outcome.merge(Truth.OPEN, withoutAlternativesNeverMeasured(open));
	}

	/** A result says no only as long as no newer result of an alternative disagrees. */
	private Outcome unlessNewer(Outcome failed, ResultCriterion.ResultIs result, List<Criterion> alternatives) {
		List<Outcome> newer = alternatives.stream()
			.filter(ResultCriterion.ResultIs.class::isInstance)
			.map(ResultCriterion.ResultIs.class::cast)
			.filter((alternative) -> this.results.isNewer(alternative, result))
			.map(this::decide)
			.filter((alternative) -> !alternative.is(Truth.FAILS))
			.toList();
		return newer.stream()
			.filter((alternative) -> alternative.is(Truth.HOLDS))
			.findFirst()
			.orElseGet(() -> newer.isEmpty() ? failed : Outcome.merge(Truth.OPEN, newer));
	}

	/** If none of several alternatives was ever measured, the last one stands for all. */
	private static List<Outcome> withoutAlternativesNeverMeasured(List<Outcome> open) {
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

	@Override
	public Outcome count(CombinedCriterion.AtLeast criterion) {
		return Combination.atLeast(criterion.count(), each(criterion.of()));
	}

	@Override
	public Outcome not(CombinedCriterion.Not criterion) {
		return Combination.not(criterion.of().evaluate(this), criterion.meaning().reason());
	}

	@Override
	public Outcome unless(CombinedCriterion.Unless criterion) {
		return Combination.unless(criterion.of().evaluate(this));
	}

	private List<Outcome> each(List<Criterion> criteria) {
		List<Outcome> outcomes = new ArrayList<>(criteria.size());
		for (Criterion criterion : criteria) {
			outcomes.add(decide(criterion));
		}
		return outcomes;
	}

}
