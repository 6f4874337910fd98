package org.twitchingreference.presentation.cards;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;

/**
 * What a finding is about and one would act on: the references of the medicines that
 * support it, and of the results.
 */
public record ActedOn(Set<String> medicines, Set<String> results) {

	static ActedOn of(List<Evidence> evidence) {
		return new ActedOn(references(evidence, Evidence::isMedicine), references(evidence, Evidence::isResult));
	}

	static ActedOn result(String reference) {
		return new ActedOn(Set.of(), Set.of(reference));
	}

	private static Set<String> references(List<Evidence> evidence, Predicate<Evidence> wanted) {
		return evidence.stream()
			.filter((entry) -> entry.contribution() == Contribution.SUPPORTS && wanted.test(entry))
			.map(Evidence::resource)
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Whether the other is about the same: a common medicine or, without medicines, a
	 * common result.
	 */
	boolean includes(ActedOn other) {
		return !Collections.disjoint(this.medicines, other.medicines)
				|| (this.medicines.isEmpty() && !Collections.disjoint(this.results, other.results));
	}

}
