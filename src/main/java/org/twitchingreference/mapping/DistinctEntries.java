package org.twitchingreference.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.twitchingreference.mapping.json.BundleEntry;

/**
 * Entries in the order in which they came, each once: one that another page delivers
 * again is known by its identity. An entry without an identity is always taken.
 */
public final class DistinctEntries {

	private final Map<String, BundleEntry> entries = new LinkedHashMap<>();

	/** Takes the entry unless it is there already; says whether it was new. */
	public boolean add(BundleEntry entry) {
		return this.entries.putIfAbsent(entry.identity().orElse("#" + this.entries.size()), entry) == null;
	}

	public List<BundleEntry> list() {
		return List.copyOf(this.entries.values());
	}

	public void clear() {
		this.entries.clear();
	}

}
