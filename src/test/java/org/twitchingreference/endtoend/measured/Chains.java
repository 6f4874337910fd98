package org.twitchingreference.endtoend.measured;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which requests had to wait for which: a page for the page that links to it, a
 * medication for the entry that refers to it.
 */
record Chains(List<List<PlainEhr.Answered>> all) {

	static Chains of(List<PlainEhr.Answered> answered) {
		List<List<PlainEhr.Answered>> chains = new ArrayList<>();
		for (PlainEhr.Answered one : answered.stream().filter(PlainEhr.Answered::isFhir).toList()) {
			Optional<List<PlainEhr.Answered>> before = chains.stream()
				.filter((chain) -> chain.stream().anyMatch(one::dependsOn))
				.findFirst();
			before.ifPresentOrElse((chain) -> extend(chains, chain, one), () -> chains.add(List.of(one)));
		}
		return new Chains(chains);
	}

	/** What one chain takes, from the first request to the last answer. */
	double longestMillis() {
		return this.all.stream()
			.map((chain) -> chain.stream().mapToDouble(PlainEhr.Answered::millis).sum())
			.max(Comparator.naturalOrder())
			.orElse(0.0);
	}

	int requests() {
		return (int) this.all.stream().flatMap(List::stream).distinct().count();
	}

	long bytes() {
		return this.all.stream().flatMap(List::stream).distinct().mapToLong(PlainEhr.Answered::bytes).sum();
	}

	int deepest() {
		return this.all.stream().mapToInt(List::size).max().orElse(0);
	}

	/** What depends on the same request makes a chain of its own each. */
	private static void extend(List<List<PlainEhr.Answered>> chains, List<PlainEhr.Answered> chain,
			PlainEhr.Answered one) {
		int parent = 0;
		for (int at = 0; at < chain.size(); at++) {
			parent = one.dependsOn(chain.get(at)) ? at : parent;
		}
		List<PlainEhr.Answered> longer = new ArrayList<>(chain.subList(0, parent + 1));
		longer.add(one);
		if (parent == chain.size() - 1) {
			chains.set(chains.indexOf(chain), List.copyOf(longer));
		}
		else {
			chains.add(List.copyOf(longer));
		}
	}

}
