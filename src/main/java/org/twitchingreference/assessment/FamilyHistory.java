package org.twitchingreference.assessment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.chart.Problem;
import org.twitchingreference.chart.Relative;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.Activity;
import org.twitchingreference.knowledge.ProblemCatalogue;

/**
 * What the chart records of the family: the diseases of relatives by code or by name, and
 * problems that say in their own words that they are the family's. A code for family
 * history in general says too little. Nothing is decided by it.
 */
final class FamilyHistory {

	private final Facts facts;

	private final ProblemCatalogue known;

	FamilyHistory(Facts facts, ProblemCatalogue known) {
		this.facts = facts;
		this.known = known;
	}

	MentionFinding on(Activity mention) {
		return new MentionFinding(mention, mention.inFamily().map((set) -> evidence(set).toList()).orElseGet(List::of));
	}

	private Stream<Evidence> evidence(CodeSet set) {
		Stream<Evidence> relatives = this.facts.chart()
			.relatives()
			.stream()
			.filter((one) -> isOf(set, one))
			.map(FamilyHistory::entry);
		Stream<Evidence> problems = this.facts.chart()
			.problems()
			.stream()
			.filter((one) -> isOf(set, one.names(), "", this.known.isOfFamilyByCode(one.codes())))
			.map(FamilyHistory::entry);
		return Stream.concat(relatives, problems).distinct();
	}

	private boolean isOf(CodeSet set, Relative one) {
		return (set.containsAny(one.codes()) && !this.known.isDenied(one.relation()))
				|| isOf(set, one.names(), one.relation() + ". ", true);
	}

	private boolean isOf(CodeSet set, Collection<String> names, String relation, boolean ofRelative) {
		return names.stream().anyMatch((name) -> set.containsAny(this.known.inFamily(relation + name, ofRelative)));
	}

	private static Evidence entry(Problem one) {
		return Evidence.entry(one.reference(), one.name(), one.recorded(), Contribution.CONTEXT, Optional.empty());
	}

	private static Evidence entry(Relative one) {
		return new Evidence(one.reference(), one.disease(), one.relation(), "", Optional.empty(), RangeUsed.NONE,
				Contribution.CONTEXT, Optional.empty());
	}

}
