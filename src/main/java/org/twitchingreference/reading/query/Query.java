package org.twitchingreference.reading.query;

import java.time.LocalDate;
import java.util.Optional;

import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.QueryRead.Role;
import org.twitchingreference.chart.QueryScope;
import org.twitchingreference.clinical.Reason;

/**
 * One query of a part: its role among them; what it asks for and how it searches, as
 * reasons for sentences and the ledger; the search for its first page; the category of
 * all its entries (empty: any); the codes that are known; the day since which it
 * searches; the day back to which it reads if results come newest first (the horizon);
 * and a simpler query that finds no less, to send if the server does not accept this one.
 */
public record Query(Part part, Role role, Reason subject, Reason how, SearchUrl search, String category,
		KnownCodes known, Optional<LocalDate> since, Optional<LocalDate> horizon, Optional<Query> plainer) {

	/** Everything of the part that the search finds. */
	public static Query of(Part part, SearchUrl search) {
		return of(part, QueryScope.QUERY_OF_PART.reason(part), search);
	}

	/** Everything that the search finds, with a subject of its own for sentences. */
	public static Query of(Part part, Reason subject, SearchUrl search) {
		return new Query(part, Role.PLANNED, subject, QueryScope.QUERY_ALL.reason(), search, "", KnownCodes.any(part),
				Optional.empty(), Optional.empty(), Optional.empty());
	}

	public String resourceType() {
		return this.search.type();
	}

	public String location() {
		return this.search.location();
	}

	/** Whether it finds only entries with the requested codes. */
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
	 * The day since which entries are found: the requested day or, if older pages were
	 * not read, the day back to which was read.
	 */
	public Optional<LocalDate> since(boolean stoppedEarly) {
		return stoppedEarly ? this.horizon.or(this::since) : this.since;
	}

	/** What it requests and since when, for the ledger. */
	public Reason asked(boolean stoppedEarly) {
		return since(stoppedEarly).map((day) -> QueryScope.QUERY_SINCE.reason(this.subject, this.how, day))
			.orElseGet(() -> QueryScope.QUERY.reason(this.subject, this.how));
	}

	public Query as(Role other) {
		return new Query(this.part, other, this.subject, this.how, this.search, this.category, this.known, this.since,
				this.horizon, this.plainer);
	}

	public Query how(Reason other) {
		return new Query(this.part, this.role, this.subject, other, this.search, this.category, this.known, this.since,
				this.horizon, this.plainer);
	}

	/** The same, of one category. */
	Query ofCategory(String other) {
		return new Query(this.part, this.role, this.subject, this.how, this.search, other, this.known, this.since,
				this.horizon, this.plainer);
	}

	Query knowing(KnownCodes other) {
		return new Query(this.part, this.role, this.subject, this.how, this.search, this.category, other, this.since,
				this.horizon, this.plainer);
	}

	/** The same, searching since the day, or reading no further back than the day. */
	public Query since(Optional<LocalDate> asked, Optional<LocalDate> read) {
		return new Query(this.part, this.role, this.subject, this.how, this.search, this.category, this.known, asked,
				read, this.plainer);
	}

	/** The same, with another query to send if this one is not accepted. */
	Query or(Query other) {
		return new Query(this.part, this.role, this.subject, this.how, this.search, this.category, this.known,
				this.since, this.horizon, Optional.of(other.as(Role.FALLBACK)));
	}

}
