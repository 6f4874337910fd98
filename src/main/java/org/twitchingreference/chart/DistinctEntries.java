package org.twitchingreference.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Entries in the order in which they came, each once: one that another page delivers
 * again is known by its identity. An entry without an identity is always taken.
 */
final class DistinctEntries {

	private final Map<String, Entry> entries = new LinkedHashMap<>();

	/** Takes the entry unless it is there already; says whether it was new. */
	boolean add(Entry entry) {
		return this.entries.putIfAbsent(entry.identity().orElse("#" + this.entries.size()), entry) == null;
	}

	List<Entry> list() {
		return List.copyOf(this.entries.values());
	}

	void clear() {
		this.entries.clear();
	}

}
