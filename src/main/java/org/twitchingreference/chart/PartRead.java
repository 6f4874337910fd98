package org.twitchingreference.chart;

import java.util.List;

/**
 * What reading one part came to: the outcome, the entries and pages read, one plain
 * sentence for the physician when it is not complete (empty otherwise), and what was read
 * but could not be understood.
 */
public record PartRead(Part part, ReadOutcome outcome, int entries, int pages, String why,
		List<Unreadable> unreadable) {

	public PartRead {
		unreadable = List.copyOf(unreadable);
	}

	public boolean isComplete() {
		return this.outcome.isComplete() && this.unreadable.isEmpty();
	}

	/** One resource that could not be understood: its reference and why. */
	public record Unreadable(String reference, String why) {

	}

}
