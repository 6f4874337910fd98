package org.twitchingreference.chart;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import org.twitchingreference.chart.QueryRead.Way;
import org.twitchingreference.clinical.Code;

/**
 * One search of a part: what a sentence calls it and, for the ledger, how it is asked;
 * the location of its first page; the category all of it is of (empty when of any); the
 * codes that are known of the part, and whether everything else is left aside; the day
 * since which is asked, or up to which is read where the newest come first; and a plainer
 * query that finds no less, where the server may not accept this one.
 */
record Query(Part part, String resourceType, Way way, String words, String how, String location, String category,
		Set<Code> codes, boolean onlyCodes, Optional<LocalDate> since, Optional<LocalDate> horizon,
		Optional<Query> plainer) {

	Query {
		codes = Set.copyOf(codes);
	}

	/** The whole of a part, as a file holds it. */
	static Query ofFile(Part part) {
		return whole(part, part.types().get(0), part.words(), "");
	}

	/** Everything there is of the type. */
	static Query whole(Part part, String type, String words, String location) {
		return new Query(part, type, Way.PLANNED, words, "all", location, "", Set.of(), false, Optional.empty(),
				Optional.empty(), Optional.empty());
	}

	/** Whether only what is coded as asked is found. */
	boolean isByCode() {
		return this.location.contains("&code=");
	}

	/** Whether a server is asked for everything of the part. */
	boolean isUnderAnyCode() {
		return !this.location.isEmpty() && !isByCode() && !this.location.contains("&status=");
	}

	Query as(Way other) {
		return new Query(this.part, this.resourceType, other, this.words, this.how, this.location, this.category,
				this.codes, this.onlyCodes, this.since, this.horizon, this.plainer);
	}

	Query how(String other) {
		return new Query(this.part, this.resourceType, this.way, this.words, other, this.location, this.category,
				this.codes, this.onlyCodes, this.since, this.horizon, this.plainer);
	}

	/** The same, of one category. */
	Query of(String other) {
		return new Query(this.part, this.resourceType, this.way, this.words, this.how, this.location, other, this.codes,
				this.onlyCodes, this.since, this.horizon, this.plainer);
	}

	/** The same, with what is known by code, and whether the rest is left aside. */
	Query knowing(Set<Code> known, boolean only) {
		return new Query(this.part, this.resourceType, this.way, this.words, this.how, this.location, this.category,
				known, only, this.since, this.horizon, this.plainer);
	}

	/** The same, asked since the day, or read no further than the day. */
	Query since(Optional<LocalDate> asked, Optional<LocalDate> read) {
		return new Query(this.part, this.resourceType, this.way, this.words, this.how, this.location, this.category,
				this.codes, this.onlyCodes, asked, read, this.plainer);
	}

	/** The same, with another to ask where this one is not accepted. */
	Query or(Query other) {
		return new Query(this.part, this.resourceType, this.way, this.words, this.how, this.location, this.category,
				this.codes, this.onlyCodes, this.since, this.horizon, Optional.of(other.as(Way.FALLBACK)));
	}

}
