package org.twitchingreference.knowledge.orders;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;

/**
 * What is ordered to have a test done, and which results a panel gives, each by its
 * codes: what a panel measures need not be ordered separately.
 */
public record Ordering(List<Item> items, List<CodeSet> measured) {

	/** Nothing that can be ordered. */
	public static final Ordering NONE = new Ordering(List.of(), List.of());

	public Ordering {
		items = List.copyOf(items);
		measured = List.copyOf(measured);
	}

	/** Both, each thing once, without what a panel among them measures. */
	public Ordering and(Ordering other) {
		List<CodeSet> both = Stream.concat(this.measured.stream(), other.measured.stream()).toList();
		return new Ordering(Stream.concat(this.items.stream(), other.items.stream())
			.distinct()
			.filter((item) -> !item.isIn(both))
			.toList(), both);
	}

	/**
	 * One thing to order: its name on an order, its code (none if somebody has to
	 * choose), and the code system's name for it.
	 */
	public record Item(String name, Optional<Code> code, String display) {

		/** Whether one of the results is what this order would give. */
		public boolean isIn(List<CodeSet> results) {
			return this.code.filter((own) -> results.stream().anyMatch((codes) -> codes.contains(own))).isPresent();
		}

	}

}
