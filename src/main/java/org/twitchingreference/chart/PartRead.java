package org.twitchingreference.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.clinical.Reason;

/**
 * How one part was read: the outcome, how many entries and pages came, why it is not
 * complete (empty when it is), the resources that came and were not understood, the day
 * since which entries were requested (empty: all), and how each query went.
 */
public record PartRead(Part part, ReadOutcome outcome, int entries, int pages, Optional<Reason> why,
		List<Unreadable> unreadable, Optional<LocalDate> since, List<QueryRead> queries) {

	public PartRead {
		unreadable = List.copyOf(unreadable);
		queries = List.copyOf(queries);
	}

	/** Without its queries, and with nothing left out by date. */
	public PartRead(Part part, ReadOutcome outcome, int entries, int pages, Optional<Reason> why,
			List<Unreadable> unreadable) {
		this(part, outcome, entries, pages, why, unreadable, Optional.empty(), List.of());
	}

	/**
	 * How a part was read that ended like this: without entries it is empty, and where no
	 * other reason is given, the number of entries not understood is the reason.
	 */
	public static PartRead of(Part part, ReadStatus how, int entries, int pages, List<Unreadable> lost,
			Optional<LocalDate> since, List<QueryRead> queries) {
		ReadOutcome outcome = (how.outcome() == ReadOutcome.OK && entries == 0) ? ReadOutcome.EMPTY : how.outcome();
		Optional<Reason> why = (how.why().isEmpty() && !lost.isEmpty())
				? Optional.of(ReadReason.ENTRIES_NOT_UNDERSTOOD.reason(lost.size())) : how.why();
		return new PartRead(part, outcome, entries, pages, why, lost, since, queries);
	}

	/** Whether what is not found in the part is absent from the patient's chart. */
	public boolean isComplete() {
		return this.outcome.isComplete() && this.unreadable.isEmpty();
	}

	/** One resource that could not be understood: its reference and why. */
	public record Unreadable(String reference, Reason why) {

	}

}
