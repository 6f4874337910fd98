package org.twitchingreference.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.OperationOutcome;
import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.chart.QueryRead.Way;
import org.twitchingreference.launch.FhirReply;

/**
 * What the queries of one part have delivered so far. Pages come in on other threads;
 * once the chart is assembled, what is still on its way is not waited for.
 */
final class PartReading {

	private final Part part;

	private final Map<Query, QueryReading> queries = new LinkedHashMap<>();

	private final Map<String, Entry> entries = new LinkedHashMap<>();

	private final List<Entry> probed = new ArrayList<>();

	private int tasks;

	private int forgotten;

	private boolean probeCounts;

	private boolean closed;

	PartReading(Part part) {
		this.part = part;
	}

	/** The reading of a part that is in a file. */
	static PartReading ofFile(Part part) {
		PartReading reading = new PartReading(part);
		reading.begin(Query.ofFile(part));
		return reading;
	}

	Part part() {
		return this.part;
	}

	/** Begins a query, unless it was asked already. */
	synchronized Optional<QueryReading> begin(Query query) {
		return this.queries.containsKey(query) ? Optional.empty()
				: Optional.of(this.queries.computeIfAbsent(query, QueryReading::new));
	}

	/** So many resources are read that others refer to. */
	synchronized QueryReading followed(Query query, int more) {
		QueryReading reading = this.queries.computeIfAbsent(query, QueryReading::new);
		reading.announce(more);
		return reading;
	}

	/** Something is under way for this part. */
	synchronized void taskBegun() {
		this.tasks++;
	}

	/** Whether nothing is under way any more. */
	synchronized boolean isLastTask() {
		this.tasks--;
		if (this.tasks == 0) {
			this.queries.values()
				.stream()
				.filter((reading) -> reading.query().way() == Way.FOLLOWED)
				.forEach((reading) -> end(reading, Ending.COMPLETE));
			settle();
		}
		return this.tasks == 0;
	}

	/** Whether nothing more comes in. */
	synchronized boolean isOver() {
		return this.closed || (this.tasks == 0 && this.queries.values().stream().allMatch(QueryReading::hasEnded));
	}

	synchronized void addPage(Page page) {
		addPage(first(), page);
	}

	/** Takes a page of a query. */
	synchronized void addPage(QueryReading reading, Page page) {
		if (!this.closed) {
			reading.count(page);
			if (reading.query().way() == Way.PROBE) {
				this.probed.addAll(page.entries());
			}
			else {
				page.entries().forEach((entry) -> add(reading, entry));
			}
		}
	}

	/** What was found under any code counts where nothing was found under known ones. */
	private void settle() {
		if (!this.closed && isEmptyByCode()) {
			this.probeCounts = true;
			probe().ifPresent((reading) -> this.probed.forEach((entry) -> add(reading, entry)));
		}
		this.probed.clear();
	}

	private Optional<QueryReading> probe() {
		return this.queries.values().stream().filter((reading) -> reading.query().way() == Way.PROBE).findFirst();
	}

	/** Takes a resource that the query found, or that the part's resources refer to. */
	synchronized void add(QueryReading reading, Entry entry) {
		if (entry.resource() instanceof OperationOutcome outcome) {
			reading.warn(outcome);
		}
		else if (!this.closed) {
			boolean kept = !reading.query().onlyCodes() || reading.isKnown(entry);
			String key = entry.identity().orElse("#" + this.entries.size());
			reading.count(entry, !kept || this.entries.putIfAbsent(key, entry) == null);
		}
	}

	synchronized void end(Ending how) {
		end(first(), how);
	}

	/** Ends a query, unless it has ended already. */
	synchronized void end(QueryReading reading, Ending how) {
		if (!this.closed) {
			reading.end(how);
		}
	}

	/** Ends a query that another one takes the place of. */
	synchronized void supersede(QueryReading reading, Ending how) {
		end(reading, how);
		reading.supersede();
	}

	/** Says the same of every query that has not ended. */
	synchronized void endAll(String sentence) {
		this.queries.values().forEach((reading) -> end(reading, Ending.failed(reading.query(), sentence)));
	}

	/** Whether nobody waits for more. */
	synchronized boolean isClosed() {
		return this.closed;
	}

	/** Stops waiting for what has not come in yet. */
	synchronized void close() {
		endAll("The EHR did not answer in time for the %s; try again.");
		settle();
		this.closed = true;
	}

	/** Lets go of what was delivered, when the chart is made of it. */
	synchronized void forget() {
		this.forgotten += own();
		this.entries.clear();
	}

	synchronized List<Entry> entries() {
		return List.copyOf(this.entries.values());
	}

	synchronized int pages(QueryReading reading) {
		return reading.pages();
	}

	/** What a request came to, for the ledger. */
	synchronized void cost(QueryReading reading, FhirReply reply) {
		reading.cost(reply);
	}

	synchronized void stopEarly(QueryReading reading) {
		reading.stopEarly();
	}

	synchronized boolean isWhole(QueryReading reading) {
		return reading.isWhole();
	}

	/** Whether everything was read, by known codes only, and nothing was found. */
	private boolean isEmptyByCode() {
		return count() == 0 && counting().allMatch((reading) -> reading.isWhole() && reading.query().isByCode());
	}

	/**
	 * Whether a server was asked for all there is since some day, whatever its code and
	 * status, and read to the end.
	 */
	synchronized boolean isAskedUnderAnyCode() {
		return counting().anyMatch((reading) -> reading.isWhole() && reading.query().isUnderAnyCode())
				&& counting().noneMatch(QueryReading::isStoppedEarly);
	}

	/** The outcome, with what the mapping did not understand. */
	synchronized PartRead outcome(Mapped<?> mapped) {
		boolean pending = !this.closed && (this.tasks > 0 || counting().anyMatch((reading) -> !reading.hasEnded()));
		PartOutcome outcome = new PartOutcome(this.part, List.copyOf(this.queries.values()), this.probeCounts, count());
		return pending ? outcome.pending(mapped.foreign()) : outcome.of(mapped, unreadable());
	}

	private Stream<QueryReading> counting() {
		return this.queries.values().stream().filter(QueryReading::counts);
	}

	private QueryReading first() {
		return this.queries.values().iterator().next();
	}

	/** What came in and could not be parsed. */
	synchronized List<Unreadable> unreadable() {
		return this.queries.values()
			.stream()
			.filter((reading) -> this.probeCounts || reading.query().way() != Way.PROBE)
			.flatMap((reading) -> reading.unreadable().stream())
			.toList();
	}

	private int count() {
		return this.forgotten + own() + unreadable().size();
	}

	private int own() {
		return (int) this.entries.values().stream().filter((entry) -> this.part.types().contains(entry.type())).count();
	}

}
