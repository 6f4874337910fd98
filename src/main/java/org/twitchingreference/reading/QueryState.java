package org.twitchingreference.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.chart.QueryRead;
import org.twitchingreference.chart.QueryRead.Role;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.chart.ReadReason;
import org.twitchingreference.chart.ReadStatus;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.reading.query.Query;

/**
 * One query at one moment: how it ended (empty while it runs), whether a simpler one
 * replaced it, whether older pages were left unread on purpose, what the server itself
 * says against its answer, how many entries have only codes of unknown systems, what
 * could not be parsed, the references of what was delivered, and its row in the ledger.
 */
record QueryState(Query query, Optional<ReadStatus> ended, boolean isSuperseded, boolean isStoppedEarly,
		Optional<Reason> doubt, int strange, List<Unreadable> unreadable, Set<String> references, QueryRead read) {

	/** What these find is used, but they do not decide whether a part is complete. */
	private static final Set<Role> NEVER_COUNT = Set.of(Role.PROBE, Role.REPORTS, Role.FOLLOWED);

	QueryState {
		unreadable = List.copyOf(unreadable);
		references = Set.copyOf(references);
	}

	/** Whether the part can only be as complete as this query. */
	boolean counts() {
		return !this.isSuperseded && !NEVER_COUNT.contains(this.query.role());
	}

	boolean hasEnded() {
		return this.ended.isPresent();
	}

	boolean isWhole() {
		return this.ended.filter((how) -> how.outcome() == ReadOutcome.OK).isPresent();
	}

	/** Whether any of its pages came in. */
	boolean hasPages() {
		return this.read.pages() > 0;
	}

	ReadStatus ending() {
		return this.ended.orElseGet(() -> QueryEndings.failed(this.query, ReadReason.NOT_FINISHED));
	}

	/** The day since which the entries of this query are complete; empty: all. */
	Optional<LocalDate> since() {
		return this.query.since(this.isStoppedEarly);
	}

	/** The row of the ledger, with how many of its entries are another patient's. */
	QueryRead row(Set<String> foreign) {
		return this.read.withForeign((int) this.references.stream().filter(foreign::contains).count());
	}

}
