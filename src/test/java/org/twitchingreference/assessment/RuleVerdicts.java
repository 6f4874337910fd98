package org.twitchingreference.assessment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import org.twitchingreference.chart.Chart;
import org.twitchingreference.knowledge.Knowledge;

/**
 * What this program says of each rule and effect by itself, for comparison with another
 * engine.
 */
public final class RuleVerdicts {

	private RuleVerdicts() {
	}

	/** By the id of the action: met, not-met, unknown or ask. */
	public static Map<String, String> of(Chart chart, LocalDate asOf, Knowledge knowledge) {
		Evaluator evaluator = new Evaluator(new Facts(chart, asOf, knowledge, new CodeIndex(knowledge)), knowledge);
		Map<String, String> verdicts = new LinkedHashMap<>();
		knowledge.rules().forEach((rule) -> verdicts.put(rule.id(), verdict(evaluator.rule(rule.id()))));
		knowledge.effects()
			.forEach((effect) -> verdicts.put(effect.id(), verdict(effect.condition().evaluate(evaluator))));
		return verdicts;
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
