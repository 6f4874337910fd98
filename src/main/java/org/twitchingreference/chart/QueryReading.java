package org.twitchingreference.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.hl7.fhir.r4.model.OperationOutcome;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.chart.QueryRead.LeftOut;
import org.twitchingreference.chart.QueryRead.Way;
import org.twitchingreference.launch.FhirReply;

/** What one query has delivered so far; its part reading guards it. */
final class QueryReading {

	private static final int MOST_WARNINGS = 10;

	private static final int SUCCESS = 200;

	private final Query query;

	private final long started = System.nanoTime();

	private final Set<String> references = new HashSet<>();

	private final List<Unreadable> unreadable = new ArrayList<>();

	private final Set<String> warnings = new LinkedHashSet<>();

	private int pages;

	private int delivered;

	private int announced;

	private int duplicates;

	private int retracted;

	private int unrecognised;

	private int strange;

	private int status;

	private int attempts;

	private boolean renewed;

	private long bytes;

	private long millis;

	private Warnings warning = Warnings.NONE;

	private boolean superseded;

	private boolean stoppedEarly;

	private @Nullable Ending ending;

	QueryReading(Query query) {
		this.query = query;
	}

	Query query() {
		return this.query;
	}

	int pages() {
		return this.pages;
	}

	int delivered() {
		return this.delivered;
	}

	/** How many have codes of no system that is known of the part. */
	int strange() {
		return this.strange;
	}

	List<Unreadable> unreadable() {
		return this.unreadable;
	}

	boolean hasEnded() {
		return this.ending != null;
	}

	/** Whether the part is as complete as this query. */
	boolean counts() {
		return !this.superseded && this.query.way() != Way.PROBE && this.query.way() != Way.FOLLOWED;
	}

	boolean isSuperseded() {
		return this.superseded;
	}

	boolean isWhole() {
		return this.ending != null && this.ending.outcome() == ReadOutcome.OK;
	}

	Ending ending() {
		return (this.ending != null) ? this.ending : Ending.failed(this.query, "Reading the %s was not finished.");
	}

	/** Since when there is something to find among what this query found. */
	Optional<LocalDate> since() {
		return this.stoppedEarly ? this.query.horizon().or(this.query::since) : this.query.since();
	}

	/** So many more are asked for one by one. */
	void announce(int more) {
		this.announced += more;
	}

	void count(Page page) {
		this.pages++;
		this.delivered += page.matches();
		this.announced = Math.max(this.announced, page.announced());
		this.unreadable.addAll(page.unreadable());
	}

	/** An entry that was delivered, and whether it was new to the part. */
	void count(Entry entry, boolean isNew) {
		this.references.add(entry.reference());
		this.duplicates += isNew ? 0 : 1;
		this.retracted += Coded.isRetracted(entry.resource()) ? 1 : 0;
		boolean known = isKnown(entry);
		this.unrecognised += known ? 0 : 1;
		this.strange += (known || isOfKnownSystem(entry)) ? 0 : 1;
	}

	/** What is coded as all the others are was simply not asked for. */
	private boolean isOfKnownSystem(Entry entry) {
		return this.query.codes().isEmpty() || !this.query.part().types().contains(entry.type()) || Coded
			.codes(entry.resource())
			.anyMatch((code) -> this.query.codes().stream().anyMatch((known) -> known.system().equals(code.system())));
	}

	/** Whether the entry has a code that is known of the part, as far as any is. */
	boolean isKnown(Entry entry) {
		return this.query.codes().isEmpty() || !this.query.part().types().contains(entry.type())
				|| Coded.codes(entry.resource()).anyMatch(this.query.codes()::contains);
	}

	void warn(OperationOutcome outcome) {
		Warnings found = Warnings.in(outcome);
		this.warning = (found.compareTo(this.warning) > 0) ? found : this.warning;
		Warnings.names(outcome).forEach(this::warn);
	}

	void warn(String issue) {
		if (this.warnings.size() < MOST_WARNINGS) {
			this.warnings.add(issue);
		}
	}

	/** What a request came to; a body comes with success only. */
	void cost(FhirReply reply) {
		this.attempts += Math.max(1, reply.cost().attempts());
		this.renewed |= reply.cost().renewed();
		if (reply instanceof FhirReply.Body body) {
			this.status = SUCCESS;
			this.bytes += body.json().length;
		}
		else if (reply instanceof FhirReply.Failure failure) {
			this.status = failure.status();
			this.bytes += failure.cost().bytes();
			failure.issues().forEach(this::warn);
		}
	}

	void end(Ending how) {
		if (this.ending == null) {
			this.ending = (this.pages > 0 && how.outcome() != ReadOutcome.OK) ? how.afterSome() : how;
			this.millis = (System.nanoTime() - this.started) / 1_000_000;
		}
	}

	void supersede() {
		this.superseded = true;
	}

	boolean isStoppedEarly() {
		return this.stoppedEarly;
	}

	void stopEarly() {
		this.stoppedEarly = true;
	}

	/** What the server itself says against it although every request succeeded. */
	Optional<String> doubt() {
		if (this.warning == Warnings.DOUBT || (this.warning == Warnings.NONE_FOUND && this.delivered > 0)) {
			return Optional.of("The EHR warned that its answer may be incomplete.");
		}
		return (!this.stoppedEarly && this.announced > this.delivered)
				? Optional.of("The EHR announced more entries than it gave.") : Optional.empty();
	}

	/** The row of the ledger. */
	QueryRead row(Set<String> foreign) {
		ReadOutcome outcome = (this.ending != null) ? this.ending.outcome() : ReadOutcome.PENDING;
		if (outcome == ReadOutcome.OK) {
			outcome = doubt().isPresent() ? ReadOutcome.TRUNCATED
					: (this.delivered == 0) ? ReadOutcome.EMPTY : ReadOutcome.OK;
		}
		int others = (int) this.references.stream().filter(foreign::contains).count();
		long took = (this.ending != null) ? this.millis : (System.nanoTime() - this.started) / 1_000_000;
		return new QueryRead(words(), this.query.resourceType(), this.query.way(), outcome, this.status, this.pages,
				this.delivered, this.announced,
				new LeftOut(others, this.retracted, this.duplicates, this.unreadable.size()), this.unrecognised,
				List.copyOf(this.warnings), this.attempts, this.renewed, this.bytes, took);
	}

	private String words() {
		return this.query.words() + ", " + this.query.how()
				+ since().map((day) -> ", dated " + day + " or later").orElse("");
	}

}
