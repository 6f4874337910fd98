package org.twitchingreference.assessment.criteria;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.results.CriticalValues;
import org.twitchingreference.assessment.results.Results;
import org.twitchingreference.chart.Answer;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.knowledge.Criterion;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.Question;
import org.twitchingreference.knowledge.Rule;

/**
 * Decides the conditions of rules and effects for one chart; the outcome of each rule is
 * kept.
 */
public final class Evaluator {

	private final Facts facts;

	private final Knowledge knowledge;

	private final Results results;

	private final CriticalValues critical;

	private final Map<String, Rule> rules = new HashMap<>();

	private final Map<String, Outcome> decided = new HashMap<>();

	private final AnswerEvaluation answers;

	private final CriterionEvaluation criteria;

	public Evaluator(Facts facts, Knowledge knowledge, Results results, CriticalValues critical) {
		this(facts, knowledge, results, critical, facts.chart().answers());
	}

	private Evaluator(Facts facts, Knowledge knowledge, Results results, CriticalValues critical, List<Answer> given) {
		this.facts = facts;
		this.knowledge = knowledge;
		this.results = results;
		this.critical = critical;
		knowledge.rules().forEach((rule) -> this.rules.put(rule.id(), rule));
		this.answers = new AnswerEvaluation(new GivenAnswers(given, knowledge.bedside(), facts.asOf()),
				new RecordedHabits(facts), knowledge);
		this.criteria = new CriterionEvaluation(facts, knowledge, results, critical, this.answers, this::rule);
	}

	/** An evaluator for the same chart as if the question had just been answered yes. */
	public Evaluator ifYesTo(Question question) {
		LocalDate day = this.facts.asOf().plusDays(1);
		Instant midnight = day.atStartOfDay().toInstant(ZoneOffset.UTC);
		Answer yes = new Answer("", this.knowledge.bedside().questionnaire(), question.id(), new Answer.YesNo(true),
				Optional.of(new ChartTime(midnight, midnight, day, day)));
		return new Evaluator(this.facts, this.knowledge, this.results, this.critical,
				Stream.concat(this.facts.chart().answers().stream(), Stream.of(yes)).toList());
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
		return this.criteria.decide(condition);
	}

	/** The same without the sources that are for the condition as a whole. */
	public Outcome evaluate(Criterion condition) {
		return condition.evaluate(this.criteria);
	}

	/** The names of active problems with neither a known code nor a known name. */
	public List<String> unknownProblems() {
		return this.facts.problems().unknownNames();
	}

	/** In completed years, empty where it is not certain. */
	public OptionalInt patientAge() {
		return this.facts.chart().patient().ageOn(this.facts.asOf());
	}

	/** Whether and how the question was answered recently. */
	public AnswerStatus asked(Question question) {
		return this.answers.asked(question, patientAge());
	}

}
