package org.twitchingreference.assessment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.criteria.Evaluator;
import org.twitchingreference.assessment.facts.CodeIndex;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.assessment.results.CriticalValues;
import org.twitchingreference.assessment.results.Results;
import org.twitchingreference.assessment.results.Trend;
import org.twitchingreference.assessment.tests.JoinedTests;
import org.twitchingreference.assessment.tests.TestEvaluation;
import org.twitchingreference.assessment.tests.TestFinding;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.knowledge.Activity;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Effect;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.Rule;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;

/** Matches charts to the knowledge; a pure function of the chart and the day. */
public final class Assessor {

	/** Supported causes first, the urgent and the well supported before the others. */
	private static final Comparator<CauseFinding> RANKING = Comparator.comparing(CauseFinding::verdict)
		.thenComparing(CauseFinding::urgency, Comparator.reverseOrder())
		.thenComparing((cause) -> cause.strength().orElse(Strength.WEAK), Comparator.reverseOrder());

	private final Knowledge knowledge;

	private final CodeIndex codes;

	private final Map<String, List<Effect>> effects;

	public Assessor(Knowledge knowledge) {
		this.knowledge = knowledge;
		this.codes = new CodeIndex(knowledge);
		this.effects = knowledge.effects().stream().collect(Collectors.groupingBy(Effect::target));
	}

	/** What the reference says about the chart on the day. */
	public Assessment assess(Chart chart, LocalDate asOf) {
		Facts facts = new Facts(chart, asOf, this.knowledge, this.codes);
		Results results = new Results(facts, this.knowledge);
		Evaluator evaluator = new Evaluator(facts, this.knowledge, results);
		List<CriticalFinding> critical = critical(new CriticalValues(results, this.knowledge));
		List<CauseFinding> causes = causes(evaluator);
		List<AlertFinding> redFlags = alerts(Rule.Kind.RED_FLAG, evaluator);
		List<AlertFinding> cautions = alerts(Rule.Kind.CAUTION, evaluator);
		TestEvaluation testing = new TestEvaluation(facts, this.knowledge, this.effects, evaluator, results);
		BedsideQuestions questions = new BedsideQuestions(this.knowledge, evaluator);
		Urgency urgency = urgency(critical, causes, redFlags, cautions);
		Effects effects = new Effects(this.effects, evaluator, results, questions, urgency,
				this.knowledge.rules().stream().collect(Collectors.toMap(Rule::id, Rule::title)));
		List<Activity> allTests = this.knowledge.activities(Activity.Kind.TEST);
		List<TestFinding> tests = JoinedTests.joined(allTests.stream().map(testing::test).toList(), allTests);
		List<OptionFinding> options = this.knowledge.activities(Activity.Kind.OPTION)
			.stream()
			.flatMap((option) -> effects.option(option).stream())
			.toList();
		return new Assessment(asOf, this.knowledge.version(), chart.patient(), urgency, critical, causes, redFlags,
				tests, options, cautions,
				new Gaps(facts, this.knowledge, results).of(outcomes(evaluator, Rule.Kind.CAUSE),
						outcomes(evaluator, Rule.Kind.RED_FLAG, Rule.Kind.CAUTION)),
				questions.all(), mentions(facts), trends(results, critical, causes, redFlags, cautions),
				PresentingComplaint.of(facts, this.knowledge));
	}

	private List<MentionFinding> mentions(Facts facts) {
		FamilyHistory family = new FamilyHistory(facts, this.knowledge.problems());
		return this.knowledge.activities(Activity.Kind.MENTION).stream().map(family::on).toList();
	}

	/** The most urgent first, confirmed before unconfirmed. */
	private List<CriticalFinding> critical(CriticalValues values) {
		return this.knowledge.analytes()
			.values()
			.stream()
			.sorted(Comparator.comparing(Analyte::id))
			.flatMap((analyte) -> values.of(analyte).stream())
			.map(CriticalFinding::of)
			.sorted(Comparator.comparing(CriticalFinding::urgency).thenComparing(CriticalFinding::confirmed).reversed())
			.toList();
	}

	private List<Outcome> outcomes(Evaluator evaluator, Rule.Kind... kinds) {
		return Stream.of(kinds)
			.flatMap((kind) -> this.knowledge.rules(kind).stream())
			.map((rule) -> evaluator.rule(rule.id()))
			.toList();
	}

	private List<CauseFinding> causes(Evaluator evaluator) {
		return this.knowledge.rules(Rule.Kind.CAUSE)
			.stream()
			.map((rule) -> cause(rule, evaluator))
			.sorted(RANKING)
			.toList();
	}

	private static CauseFinding cause(Rule rule, Evaluator evaluator) {
		Outcome outcome = evaluator.rule(rule.id());
		ContributedContext context = ContributedContext.of(rule, outcome, evaluator);
		boolean met = outcome.is(Truth.HOLDS);
		return new CauseFinding(rule.id(), rule.title(), rule.text(), verdict(outcome),
				met ? outcome.strength() : Optional.empty(), met ? context.urgency() : Urgency.ROUTINE,
				context.evidence(), outcome.reasons(), context.sources(), rule.backing(context.sources()),
				rule.condition().needsMedicine());
	}

	private static Verdict verdict(Outcome outcome) {
		return switch (outcome.truth()) {
			case HOLDS -> Verdict.MET;
			case FAILS -> Verdict.NOT_MET;
			case OPEN -> Verdict.UNKNOWN;
			case ASK -> Verdict.ASK;
		};
	}

	private List<AlertFinding> alerts(Rule.Kind kind, Evaluator evaluator) {
		return this.knowledge.rules(kind)
			.stream()
			.filter((rule) -> evaluator.rule(rule.id()).is(Truth.HOLDS))
			.map((rule) -> alert(rule, evaluator))
			.sorted(Comparator.comparing(AlertFinding::urgency).reversed())
			.toList();
	}

	private static AlertFinding alert(Rule rule, Evaluator evaluator) {
		Outcome outcome = evaluator.rule(rule.id());
		ContributedContext context = ContributedContext.of(rule, outcome, evaluator);
		return new AlertFinding(rule.id(), rule.title(), rule.text(), rule.advice(), context.urgency(),
				context.evidence(), outcome.reasons(), context.sources(), rule.backing(context.sources()));
	}

	/** The trends of the analytes on which findings rest. */
	private List<Trend> trends(Results results, List<CriticalFinding> critical, List<CauseFinding> causes,
			List<AlertFinding> redFlags, List<AlertFinding> cautions) {
		Stream<Evidence> evidence = Stream
			.of(causes.stream().map(CauseFinding::evidence), redFlags.stream().map(AlertFinding::evidence),
					cautions.stream().map(AlertFinding::evidence))
			.flatMap(Function.identity())
			.flatMap(List::stream);
		Set<String> references = Stream
			.concat(critical.stream().map((one) -> one.result().reference()),
					evidence.filter((one) -> one.contribution() == Contribution.SUPPORTS).map(Evidence::resource))
			.collect(Collectors.toSet());
		return this.knowledge.analytes()
			.values()
			.stream()
			.sorted(Comparator.comparing(Analyte::id))
			.flatMap((analyte) -> Trend.of(analyte, results).stream())
			.filter((trend) -> trend.isAmong(references))
			.toList();
	}

	private static Urgency urgency(List<CriticalFinding> critical, List<CauseFinding> causes,
			List<AlertFinding> redFlags, List<AlertFinding> cautions) {
		Urgency highest = Urgency.ROUTINE;
		for (CriticalFinding value : critical) {
			highest = highest.or(value.urgency());
		}
		for (CauseFinding cause : causes) {
			highest = highest.or(cause.urgency());
		}
		for (AlertFinding alert : redFlags) {
			highest = highest.or(alert.urgency());
		}
		for (AlertFinding alert : cautions) {
			highest = highest.or(alert.urgency());
		}
		return highest;
	}

}
