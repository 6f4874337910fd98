package org.twitchingreference.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.chart.QueryRead;
import org.twitchingreference.chart.QueryRead.Way;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.chart.ReadReason;
import org.twitchingreference.chart.ReadStatus;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.reading.query.Query;

/**
 * One query as it was at one moment: how it ended (empty while it runs), whether another
 * one took its place, whether older pages were left unread on purpose, what the server
 * itself says against its answer, how many entries have codes of no system that is known,
 * what could not be parsed, the references of what was delivered, and its row of the
 * ledger.
 */
record QueryState(Query query, Optional<ReadStatus> ended, boolean isSuperseded, boolean isStoppedEarly,
		Optional<Reason> doubt, int strange, List<Unreadable> unreadable, Set<String> references, QueryRead read) {

	/** What they find counts; that they find nothing does not make a part whole. */
	private static final Set<Way> NEVER_COUNT = Set.of(Way.PROBE, Way.REPORTS, Way.FOLLOWED);

	QueryState {
		unreadable = List.copyOf(unreadable);
		references = Set.copyOf(references);
	}

	/** Whether the part is only as complete as this query. */
	boolean counts() {
		return !this.isSuperseded && !NEVER_COUNT.contains(this.query.way());
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

	/** Since when there is something to find among what this query found. */
	Optional<LocalDate> since() {
		return this.query.since(this.isStoppedEarly);
	}

	/** The row of the ledger, with how many of its entries are another patient's. */
	QueryRead row(Set<String> foreign) {
		return this.read.withForeign((int) this.references.stream().filter(foreign::contains).count());
	}

}
