package org.twitchingreference.reading.query;

import java.time.LocalDate;
import java.util.Optional;

import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.QueryRead.Way;
import org.twitchingreference.chart.QueryScope;
import org.twitchingreference.clinical.Reason;

/**
 * One query of a part: why it is asked; what a sentence calls it and, for the ledger, how
 * it is asked; the search for its first page; the category all of it is of (empty when of
 * any); the codes that are known of the part; the day since which is asked, or up to
 * which is read where the newest come first; and a plainer query that finds no less,
 * where the server may not accept this one.
 */
public record Query(Part part, Way way, Reason subject, Reason how, SearchUrl search, String category, KnownCodes known,
		Optional<LocalDate> since, Optional<LocalDate> horizon, Optional<Query> plainer) {

	/** Everything of the part that the search finds. */
	public static Query of(Part part, SearchUrl search) {
		return of(part, QueryScope.QUERY_OF_PART.reason(part), search);
	}

	/** Everything that the search finds, which a sentence calls by a name of its own. */
	public static Query of(Part part, Reason subject, SearchUrl search) {
		return new Query(part, Way.PLANNED, subject, QueryScope.QUERY_ALL.reason(), search, "", KnownCodes.any(part),
				Optional.empty(), Optional.empty(), Optional.empty());
	}

	public String resourceType() {
		return this.search.type();
	}

	public String location() {
		return this.search.location();
	}

	/** Whether only what is coded as asked is found. */
	public boolean isByCode() {
		return this.search.parameters().contains("code");
	}

	/**
	 * Whether a server is asked for everything of the part, whatever its code and status.
	 */
	public boolean isUnderAnyCode() {
		return this.search.parameters().contains("patient") && !isByCode()
				&& !this.search.parameters().contains("status");
	}

	/**
	 * Since when there is something to find: since the day that was asked for, or, where
	 * older pages were left unread, since the day up to which was read.
	 */
	public Optional<LocalDate> since(boolean stoppedEarly) {
		return stoppedEarly ? this.horizon.or(this::since) : this.since;
	}

	/** What it asks for, for the ledger. */
	public Reason asked(boolean stoppedEarly) {
		return since(stoppedEarly).map((day) -> QueryScope.QUERY_SINCE.reason(this.subject, this.how, day))
			.orElseGet(() -> QueryScope.QUERY.reason(this.subject, this.how));
	}

	public Query as(Way other) {
		return new Query(this.part, other, this.subject, this.how, this.search, this.category, this.known, this.since,
				this.horizon, this.plainer);
	}

	public Query how(Reason other) {
		return new Query(this.part, this.way, this.subject, other, this.search, this.category, this.known, this.since,
				this.horizon, this.plainer);
	}

	/** The same, of one category. */
	Query ofCategory(String other) {
		return new Query(this.part, this.way, this.subject, this.how, this.search, other, this.known, this.since,
				this.horizon, this.plainer);
	}

	Query knowing(KnownCodes other) {
		return new Query(this.part, this.way, this.subject, this.how, this.search, this.category, other, this.since,
				this.horizon, this.plainer);
	}

	/** The same, asked since the day, or read no further than the day. */
	public Query since(Optional<LocalDate> asked, Optional<LocalDate> read) {
		return new Query(this.part, this.way, this.subject, this.how, this.search, this.category, this.known, asked,
				read, this.plainer);
	}

	/** The same, with another to ask where this one is not accepted. */
	Query or(Query other) {
		return new Query(this.part, this.way, this.subject, this.how, this.search, this.category, this.known,
				this.since, this.horizon, Optional.of(other.as(Way.FALLBACK)));
	}

}
