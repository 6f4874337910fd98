package org.twitchingreference.knowledge;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** The ids of the rules that a condition depends on. */
final class RulesNamed extends Collected {

	@Override
	public Set<String> result(Criterion.ResultIs criterion) {
		return criterion.analyte()
			.fallbackRanges()
			.stream()
			.map(Analyte.FallbackRange::unlessRules)
			.flatMap(Collection::stream)
			.collect(Collectors.toSet());
	}

	@Override
	public Set<String> rule(Criterion.RuleMet criterion) {
		return Set.of(criterion.rule());
	}

}
