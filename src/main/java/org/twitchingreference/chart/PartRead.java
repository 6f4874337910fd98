package org.twitchingreference.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.clinical.Reason;

/**
 * The result of reading one part: the outcome, the entries and pages read, one plain
 * sentence for the physician when it is not complete (empty otherwise), what was read but
 * could not be understood, the day since which entries were requested if older ones were
 * not, and each query.
 */
public record PartRead(Part part, ReadOutcome outcome, int entries, int pages, Optional<Reason> why,
		List<Unreadable> unreadable, Optional<LocalDate> since, List<QueryRead> queries) {

	public PartRead {
		unreadable = List.copyOf(unreadable);
		queries = List.copyOf(queries);
	}

	/** A part that was read completely, without its queries. */
	public PartRead(Part part, ReadOutcome outcome, int entries, int pages, Optional<Reason> why,
			List<Unreadable> unreadable) {
		this(part, outcome, entries, pages, why, unreadable, Optional.empty(), List.of());
	}

	/**
	 * For a part that ended like this, if some of what was read may not have been
	 * understood.
	 */
	public static PartRead of(Part part, ReadStatus how, int entries, int pages, List<Unreadable> lost,
			Optional<LocalDate> since, List<QueryRead> queries) {
		ReadOutcome outcome = (how.outcome() == ReadOutcome.OK && entries == 0) ? ReadOutcome.EMPTY : how.outcome();
		Optional<Reason> why = (how.why().isEmpty() && !lost.isEmpty())
				? Optional.of(ReadReason.ENTRIES_NOT_UNDERSTOOD.reason(lost.size())) : how.why();
		return new PartRead(part, outcome, entries, pages, why, lost, since, queries);
	}

	public boolean isComplete() {
		return this.outcome.isComplete() && this.unreadable.isEmpty();
	}

	/** One resource that could not be understood: its reference and why. */
	public record Unreadable(String reference, Reason why) {

	}

}
