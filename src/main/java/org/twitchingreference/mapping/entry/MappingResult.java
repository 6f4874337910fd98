package org.twitchingreference.mapping.entry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.PartRead.Unreadable;

/**
 * What resources were mapped to: records of the chart, the resources that were not
 * understood, and the references of those that are another patient's.
 */
public final class MappingResult<T> {

	private final List<T> values = new ArrayList<>();

	private final List<Unreadable> unreadable = new ArrayList<>();

	private final Set<String> foreign = new HashSet<>();

	public void add(T value) {
		this.values.add(value);
	}

	public void unreadable(String reference, EntryReason why) {
		unreadable(new Unreadable(reference, why.reason()));
	}

	public void unreadable(Unreadable lost) {
		this.unreadable.add(lost);
	}

	public void foreign(String reference) {
		unreadable(reference, EntryReason.OF_ANOTHER_PATIENT);
		this.foreign.add(reference);
	}

	public List<T> values() {
		return this.values;
	}

	public List<Unreadable> unreadable() {
		return this.unreadable;
	}

	/** The references of what was left out because it is another patient's. */
	public Set<String> foreign() {
		return this.foreign;
	}

}
