package org.twitchingreference.assessment.facts;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;

/**
 * The entries of a chart by their codes. A chart repeats the same few codes, and every
 * set of the knowledge is looked up, nearly always without a match.
 */
final class EntriesByCode<T> {

	private final List<T> all;

	private final Map<List<Code>, BitSet> places = new LinkedHashMap<>();

	EntriesByCode(Collection<T> all, Function<T, Collection<Code>> codes) {
		this.all = List.copyOf(all);
		for (int at = 0; at < this.all.size(); at++) {
			this.places.computeIfAbsent(List.copyOf(codes.apply(this.all.get(at))), (key) -> new BitSet()).set(at);
		}
	}

	/** Those under a code of the set, in the order of the chart. */
	List<T> of(CodeSet set) {
		BitSet found = new BitSet();
		this.places.forEach((codes, at) -> {
			if (set.containsAny(codes)) {
				found.or(at);
			}
		});
		return found.stream().mapToObj(this.all::get).toList();
	}

}
