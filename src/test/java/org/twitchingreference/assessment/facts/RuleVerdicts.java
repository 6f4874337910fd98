package org.twitchingreference.assessment.facts;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.twitchingreference.assessment.criteria.Evaluator;
import org.twitchingreference.assessment.results.CriticalValues;
import org.twitchingreference.assessment.results.Results;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.knowledge.Effect;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.Rule;

/**
 * What this program says of each rule and effect by itself, for comparison with another
 * engine.
 */
public final class RuleVerdicts {

	private final Knowledge knowledge;

	private final CodeIndex codes;

	public RuleVerdicts(Knowledge knowledge) {
		this.knowledge = knowledge;
		this.codes = new CodeIndex(knowledge);
	}

	/** By the id of the action: met, not-met, unknown or ask. */
	public Map<String, String> of(Chart chart, LocalDate asOf) {
		Facts facts = new Facts(chart, asOf, this.knowledge, this.codes);
		Results results = new Results(facts, this.knowledge);
		Evaluator evaluator = new Evaluator(facts, this.knowledge, results,
				new CriticalValues(results, this.knowledge));
		Map<String, String> verdicts = new LinkedHashMap<>();
		this.knowledge.rules().forEach((rule) -> verdicts.put(rule.id(), verdict(evaluator.rule(rule.id()))));
		this.knowledge.effects()
			.forEach((effect) -> verdicts.put(effect.id(), verdict(evaluator.evaluate(effect.condition()))));
		return verdicts;
	}

	/** What is critical by itself, in words: "potassium low confirmed". */
	public List<String> critical(Chart chart, LocalDate asOf) {
		CriticalValues critical = new CriticalValues(
				new Results(new Facts(chart, asOf, this.knowledge, this.codes), this.knowledge), this.knowledge);
		return this.knowledge.analytes()
			.values()
			.stream()
			.flatMap((analyte) -> critical.of(analyte).stream())
			.map((value) -> value.analyte().id() + (value.low() ? " low" : "") + (value.high() ? " high" : "")
					+ (value.confirmed() ? " confirmed" : " unconfirmed"))
			.distinct()
			.sorted()
			.toList();
	}

	/** The ids of all actions. */
	public List<String> ids() {
		return Stream
			.concat(this.knowledge.rules().stream().map(Rule::id), this.knowledge.effects().stream().map(Effect::id))
			.toList();
	}

	private static String verdict(Outcome outcome) {
		return switch (outcome.truth()) {
			case HOLDS -> "met";
			case FAILS -> "not-met";
			case OPEN -> "unknown";
			case ASK -> "ask";
		};
	}

}
