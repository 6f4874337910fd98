package org.twitchingreference.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.OperationOutcome;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.QueryRead.Role;
import org.twitchingreference.chart.ReadReason;
import org.twitchingreference.chart.ReadStatus;
import org.twitchingreference.mapping.entry.DistinctEntries;
import org.twitchingreference.mapping.entry.PartEntries;
import org.twitchingreference.mapping.json.BundleEntry;
import org.twitchingreference.mapping.json.BundlePage;
import org.twitchingreference.reading.query.Query;

/**
 * The entries of one part that have been received so far, and the queries and tasks that
 * bring them. Safe for concurrent use; it holds its own lock when it takes that of a
 * query, never the reverse.
 */
final class PartReading {

	private final Part part;

	private final Map<Query, QueryReading> queries = new LinkedHashMap<>();

	private final DistinctEntries entries = new DistinctEntries();

	/**
	 * Entries under codes that are not looked for. They are kept until the end, because
	 * one may be a newer version of an entry of another part.
	 */
	private final DistinctEntries aside = new DistinctEntries();

	/**
	 * What the probe (the query under any code) found, until it is clear whether it
	 * counts.
	 */
	private final List<BundleEntry> probed = new ArrayList<>();

	private int tasks;

	private boolean settled;

	private boolean probeCounts;

	private boolean closed;

	PartReading(Part part) {
		this.part = part;
	}

	Part part() {
		return this.part;
	}

	/** Begins a query, unless it was asked already. */
	synchronized Optional<QueryReading> begin(Query query) {
		QueryReading reading = new QueryReading(query);
		return (this.queries.putIfAbsent(query, reading) == null) ? Optional.of(reading) : Optional.empty();
	}

	/** Announces this many more requests for single resources that others refer to. */
	synchronized QueryReading followed(Query query, int more) {
		QueryReading reading = this.queries.computeIfAbsent(query, QueryReading::new);
		reading.announce(more);
		return reading;
	}

	/** One more task is under way for this part. */
	synchronized void taskBegun() {
		this.tasks++;
	}

	/** One task has ended; whether it was the last one of this part. */
	synchronized boolean isLastTask() {
		this.tasks--;
		if (this.tasks == 0 && !this.settled) {
			asked(Role.FOLLOWED).forEach((reading) -> reading.end(ReadStatus.COMPLETE));
			settle();
		}
		return this.tasks == 0;
	}

	/** Takes a page of a query. */
	synchronized void add(QueryReading reading, BundlePage page) {
		if (!this.closed) {
			reading.add(page);
			if (reading.query().role() == Role.PROBE) {
				this.probed.addAll(page.entries());
			}
			else {
				page.entries().forEach((entry) -> add(reading, entry));
			}
		}
	}

	/** Ends every query that has not ended. */
	synchronized void endAll(Function<Query, ReadStatus> how) {
		this.queries.values().forEach((reading) -> reading.end(how.apply(reading.query())));
	}

	/** Whether nothing more is accepted. */
	synchronized boolean isClosed() {
		return this.closed;
	}

	/** Ends every query as not answered in time, and accepts nothing more. */
	synchronized void close() {
		endAll((query) -> QueryEndings.unanswered(query, ReadReason.EHR_NOT_IN_TIME));
		settle();
		this.closed = true;
	}

	/** Drops the entries, once they were mapped for the last time. */
	synchronized void forget() {
		this.entries.clear();
		this.aside.clear();
	}

	/** The observations that were received and do not belong to this part. */
	synchronized PartEntries leftAside() {
		return new PartEntries(this.part, this.aside.list(), List.of());
	}

	/** The part as it is at this moment. */
	synchronized PartSnapshot snapshot() {
		List<QueryState> states = inOrder().map(QueryReading::state).toList();
		Stream<QueryState> used = states.stream()
			.filter((state) -> this.probeCounts || state.query().role() != Role.PROBE);
		boolean over = this.closed || (this.tasks == 0 && states.stream().allMatch(QueryState::hasEnded));
		PartEntries content = PartEntries.withContained(this.part, this.entries.list(),
				Stream.concat(used.flatMap((state) -> state.unreadable().stream()), this.entries.unclear()).toList());
		return new PartSnapshot(content, content.count(), states, this.probeCounts, over);
	}

	/**
	 * The queries in the order of the plan, in which they were begun; that for single
	 * resources comes last.
	 */
	private Stream<QueryReading> inOrder() {
		return this.queries.values()
			.stream()
			.sorted(Comparator.comparing((reading) -> reading.query().role() == Role.FOLLOWED));
	}

	/**
	 * Decides, once, whether what the probe found counts: where nothing was found under
	 * known codes.
	 */
	private void settle() {
		if (this.settled) {
			return;
		}
		this.settled = true;
		if (snapshot().isEmptyByCode()) {
			this.probeCounts = true;
			asked(Role.PROBE).findFirst().ifPresent((reading) -> this.probed.forEach((entry) -> add(reading, entry)));
		}
		this.probed.clear();
	}

	private void add(QueryReading reading, BundleEntry entry) {
		if (entry.resource() instanceof OperationOutcome outcome) {
			reading.warn(outcome);
		}
		else {
			boolean kept = reading.query().known().keeps(entry);
			boolean isNew = (kept ? this.entries : this.aside).add(entry);
			reading.add(entry, !kept || isNew);
		}
	}

	private Stream<QueryReading> asked(Role role) {
		return this.queries.values().stream().filter((reading) -> reading.query().role() == role);
	}

}
