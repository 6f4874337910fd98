package org.twitchingreference.assessment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.chart.Problem;
import org.twitchingreference.chart.Relative;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.Activity;
import org.twitchingreference.knowledge.ProblemCatalogue;

/**
 * What the chart records of diseases in the family: those of relatives, by code or by
 * name, and problems whose own words say that they are the family's. A code for family
 * history in general says too little. It decides nothing.
 */
final class FamilyHistory {

	private final ProblemCatalogue known;

	private final List<RecordedDisease> recorded;

	FamilyHistory(Facts facts, ProblemCatalogue known) {
		this.known = known;
		this.recorded = Stream
			.concat(facts.chart().relatives().stream().map(this::recorded),
					facts.chart().problems().stream().map(this::recorded))
			.filter((one) -> !one.codes().isEmpty())
			.toList();
	}

	MentionFinding on(Activity mention) {
		return new MentionFinding(mention, mention.inFamily().map(this::evidence).orElseGet(List::of));
	}

	private List<Evidence> evidence(CodeSet set) {
		return this.recorded.stream()
			.filter((one) -> set.containsAny(one.codes()))
			.map(RecordedDisease::evidence)
			.distinct()
			.toList();
	}

	private RecordedDisease recorded(Relative one) {
		Stream<Code> coded = this.known.isDenied(one.relation()) ? Stream.of() : one.codes().stream();
		return new RecordedDisease(entry(one),
				Stream.concat(coded, named(one.names(), one.relation() + ". ", true)).collect(Collectors.toSet()));
	}

	private RecordedDisease recorded(Problem one) {
		return new RecordedDisease(entry(one),
				named(one.names(), "", this.known.isOfFamilyByCode(one.codes())).collect(Collectors.toSet()));
	}

	private Stream<Code> named(Collection<String> names, String relation, boolean ofRelative) {
		return names.stream().flatMap((name) -> this.known.inFamily(relation + name, ofRelative).stream());
	}

	private static Evidence entry(Problem one) {
		return Evidence.entry(one.reference(), one.name(), one.recorded(), Contribution.CONTEXT, Optional.empty());
	}

	private static Evidence entry(Relative one) {
		return new Evidence(one.reference(), one.disease(), one.relation(), "", Optional.empty(), RangeUsed.NONE,
				Contribution.CONTEXT, Optional.empty());
	}

	/**
	 * An entry of the chart, and the codes of the diseases in the family that it records.
	 */
	private record RecordedDisease(Evidence evidence, Set<Code> codes) {

	}

}
