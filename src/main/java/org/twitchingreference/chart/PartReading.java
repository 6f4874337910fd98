package org.twitchingreference.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.hl7.fhir.r4.model.OperationOutcome;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.chart.PartRead.Unreadable;

/**
 * What the queries of one part have delivered so far. Pages come in on other threads;
 * once the chart is assembled, what is still on its way is not waited for.
 */
final class PartReading {

	private final Query query;

	private final Map<String, Entry> entries = new LinkedHashMap<>();

	private final List<Unreadable> unreadable = new ArrayList<>();

	private int pages;

	private int delivered;

	private int announced;

	private Warnings warning = Warnings.NONE;

	private boolean closed;

	private @Nullable Ending ending;

	PartReading(Query query) {
		this.query = query;
	}

	Query query() {
		return this.query;
	}

	synchronized int pages() {
		return this.pages;
	}

	/** Takes a page of the part's own query. */
	synchronized void addPage(Page page) {
		if (!this.closed) {
			this.pages++;
			this.delivered += page.matches();
			this.announced = Math.max(this.announced, page.announced());
			this.unreadable.addAll(page.unreadable());
			page.entries().forEach(this::add);
		}
	}

	/** Takes a resource that the part's resources refer to. */
	synchronized void add(Entry entry) {
		if (entry.resource() instanceof OperationOutcome outcome) {
			Warnings found = Warnings.in(outcome);
			this.warning = (found.compareTo(this.warning) > 0) ? found : this.warning;
		}
		else if (!this.closed) {
			String key = entry.isIdentified() ? entry.reference() + " " + entry.id() : "#" + this.entries.size();
			this.entries.putIfAbsent(key, entry);
		}
	}

	/** Ends the reading, unless it has ended already. */
	synchronized void end(Ending how) {
		if (this.ending == null && !this.closed) {
			this.ending = (this.pages > 0 && how.outcome() != ReadOutcome.OK) ? how.afterSome() : how;
		}
	}

	/** Whether nobody waits for more. */
	synchronized boolean isClosed() {
		return this.closed;
	}

	/** Stops waiting for what has not come in yet. */
	synchronized void close() {
		end(Ending.failed(this.query, "The EHR did not answer in time for the %s; try again."));
		this.closed = true;
	}

	synchronized List<Entry> entries() {
		return List.copyOf(this.entries.values());
	}

	/** The outcome, with what the mapping did not understand. */
	synchronized PartRead outcome(Mapped<?> mapped) {
		Ending how = (this.ending != null) ? this.ending
				: Ending.failed(this.query, "Reading the %s was not finished.");
		if (how.outcome() == ReadOutcome.OK) {
			how = doubts(mapped);
		}
		List<Unreadable> lost = new ArrayList<>(this.unreadable);
		lost.addAll(mapped.unreadable());
		int count = count();
		ReadOutcome outcome = (how.outcome() == ReadOutcome.OK && count == 0) ? ReadOutcome.EMPTY : how.outcome();
		String why = (how.why().isEmpty() && !lost.isEmpty()) ? understood(lost.size()) : how.why();
		return new PartRead(this.query.part(), outcome, count, this.pages, why, lost);
	}

	/** What speaks against it although every request succeeded. */
	private Ending doubts(Mapped<?> mapped) {
		if (this.query.part() == Part.PATIENT && mapped.values().isEmpty()) {
			return Ending.failed(this.query, "The EHR's answer was not a readable %s of this patient; ask health-IT.");
		}
		if (mapped.isForeign()) {
			return new Ending(ReadOutcome.TRUNCATED,
					"The EHR's answer held entries that belong to another patient; they are left out.");
		}
		if (this.warning == Warnings.DOUBT || (this.warning == Warnings.NONE_FOUND && count() > 0)) {
			return new Ending(ReadOutcome.TRUNCATED, "The EHR warned that its answer may be incomplete.");
		}
		return (this.announced > this.delivered)
				? new Ending(ReadOutcome.TRUNCATED, "The EHR announced more entries than it gave.") : Ending.COMPLETE;
	}

	private int count() {
		long own = this.entries.values()
			.stream()
			.filter((entry) -> this.query.part().types().contains(entry.type()))
			.count();
		return (int) own + this.unreadable.size();
	}

	private static String understood(int lost) {
		return (lost == 1) ? "One entry could not be understood." : lost + " entries could not be understood.";
	}

}
