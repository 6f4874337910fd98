package org.twitchingreference.assessment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.criteria.Evaluator;
import org.twitchingreference.assessment.facts.CodeIndex;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Outcome;
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

/** Matches charts to the knowledge; a pure function of the chart and the day. */
public final class Assessor {

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
		CriticalValues critical = new CriticalValues(results, this.knowledge);
		Evaluator evaluator = new Evaluator(facts, this.knowledge, results, critical);
		RuleFindings found = RuleFindings.of(this.knowledge, evaluator, critical);
		TestEvaluation testing = new TestEvaluation(facts, this.knowledge, this.effects, evaluator, results);
		BedsideQuestions questions = new BedsideQuestions(this.knowledge, evaluator);
		OptionEvaluation effects = new OptionEvaluation(this.effects, evaluator, results, questions, found.urgency(),
				this.knowledge.rules().stream().collect(Collectors.toMap(Rule::id, Rule::title)));
		List<Activity> allTests = this.knowledge.activities(Activity.Kind.TEST);
		List<TestFinding> tests = JoinedTests.joined(allTests.stream().map(testing::test).toList(), allTests);
		List<OptionFinding> options = this.knowledge.activities(Activity.Kind.OPTION)
			.stream()
			.flatMap((option) -> effects.option(option).stream())
			.toList();
		return new Assessment(asOf, this.knowledge.version(), chart.patient(), found.urgency(), found.critical(),
				found.causes(), found.redFlags(), tests, options, found.cautions(),
				new Gaps(facts, this.knowledge, results).of(outcomes(evaluator, Rule.Kind.CAUSE),
						outcomes(evaluator, Rule.Kind.RED_FLAG, Rule.Kind.CAUTION)),
				questions.all(), mentions(facts), trends(results, found),
				PresentingComplaint.of(facts, this.knowledge));
	}

	private List<MentionFinding> mentions(Facts facts) {
		FamilyHistory family = new FamilyHistory(facts, this.knowledge.problems());
		return this.knowledge.activities(Activity.Kind.MENTION).stream().map(family::on).toList();
	}

	private List<Outcome> outcomes(Evaluator evaluator, Rule.Kind... kinds) {
		return Stream.of(kinds)
			.flatMap((kind) -> this.knowledge.rules(kind).stream())
			.map((rule) -> evaluator.rule(rule.id()))
			.toList();
	}

	/** The trends of the analytes on which findings rest. */
	private List<Trend> trends(Results results, RuleFindings findings) {
		Set<String> references = findings.supportedBy();
		return this.knowledge.analytes()
			.values()
			.stream()
			.sorted(Comparator.comparing(Analyte::id))
			.flatMap((analyte) -> Trend.of(analyte, results).stream())
			.filter((trend) -> trend.isAmong(references))
			.toList();
	}

}
