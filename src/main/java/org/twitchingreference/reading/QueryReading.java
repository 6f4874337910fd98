package org.twitchingreference.reading;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.hl7.fhir.r4.model.OperationOutcome;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.chart.QueryRead;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.chart.ReadStatus;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.fhir.FhirReply;
import org.twitchingreference.mapping.entry.Warnings;
import org.twitchingreference.mapping.json.BundleEntry;
import org.twitchingreference.mapping.json.BundlePage;
import org.twitchingreference.reading.query.Query;

/**
 * One query being read: what was received so far, and how it ended. It ends once; any
 * later ending is ignored. Safe for concurrent use.
 */
final class QueryReading {

	private final Query query;

	private final long started = System.nanoTime();

	private final EntryTally entries;

	private final RequestTally requests = new RequestTally();

	private Warnings warning = Warnings.NONE;

	private boolean superseded;

	private boolean stoppedEarly;

	private @Nullable ReadStatus ending;

	private long nanos;

	QueryReading(Query query) {
		this.query = query;
		this.entries = new EntryTally(query);
	}

	Query query() {
		return this.query;
	}

	/** This many more are requested one by one. */
	synchronized void announce(int more) {
		this.entries.announced += more;
	}

	synchronized void add(BundlePage page) {
		this.entries.add(page);
	}

	/** An entry that was delivered, and whether it was new to the part. */
	synchronized void add(BundleEntry entry, boolean isNew) {
		this.entries.add(entry, isNew);
	}

	/** What the server itself remarks about its answer. */
	synchronized void warn(OperationOutcome outcome) {
		Warnings found = Warnings.in(outcome);
		this.warning = (found.compareTo(this.warning) > 0) ? found : this.warning;
		Warnings.names(outcome).forEach(this.requests::warn);
	}

	/** The outcome of a request. */
	synchronized void add(FhirReply reply) {
		this.requests.add(reply);
	}

	synchronized boolean hasPages() {
		return this.entries.pages > 0;
	}

	/** Ends it, unless it has ended already. */
	synchronized void end(ReadStatus how) {
		if (this.ending == null) {
			this.ending = (hasPages() && how.outcome() != ReadOutcome.OK) ? how.afterSome() : how;
			this.nanos = System.nanoTime() - this.started;
		}
	}

	/** Ends it because another query replaces it. */
	synchronized void supersede(ReadStatus how) {
		end(how);
		this.superseded = true;
	}

	/** Notes that older pages are left unread because nothing uses them. */
	synchronized void stopEarly() {
		this.stoppedEarly = true;
	}

	synchronized boolean isWhole() {
		return this.ending != null && this.ending.outcome() == ReadOutcome.OK;
	}

	synchronized QueryState state() {
		return new QueryState(this.query, Optional.ofNullable(this.ending), this.superseded, this.stoppedEarly, doubt(),
				this.entries.strange, this.entries.unreadable, this.entries.references, row());
	}

	private Optional<Reason> doubt() {
		int announced = this.stoppedEarly ? 0 : this.entries.announced;
		return this.warning.doubt(this.entries.delivered, announced);
	}

	private QueryRead row() {
		long took = (this.ending != null) ? this.nanos : System.nanoTime() - this.started;
		return new QueryRead(this.query.asked(this.stoppedEarly), this.query.resourceType(), this.query.role(),
				outcome(), this.requests.status, this.entries.pages, this.entries.delivered, this.entries.announced,
				this.entries.leftOut(), this.entries.unrecognised, this.requests.warnings.stream().toList(),
				this.requests.attempts, this.requests.renewed, this.requests.bytes,
				TimeUnit.NANOSECONDS.toMillis(took));
	}

	private ReadOutcome outcome() {
		ReadOutcome outcome = (this.ending != null) ? this.ending.outcome() : ReadOutcome.PENDING;
		if (outcome == ReadOutcome.OK && doubt().isPresent()) {
			return ReadOutcome.TRUNCATED;
		}
		return (outcome == ReadOutcome.OK && this.entries.delivered == 0) ? ReadOutcome.EMPTY : outcome;
	}

}
