package org.twitchingreference.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.chart.QueryRead.Role;
import org.twitchingreference.mapping.MappedPart;
import org.twitchingreference.mapping.entry.PartEntries;
import org.twitchingreference.mapping.json.BundleEntry;

/**
 * One part at one moment: the entries received, the state of its queries, whether the
 * results found under unknown codes count, and whether nothing more will arrive.
 */
record PartSnapshot(PartEntries content, int count, List<QueryState> queries, boolean probeCounts, boolean isOver) {

	PartSnapshot {
		queries = List.copyOf(queries);
	}

	/** The same when its entries are not needed any more. */
	PartSnapshot withoutEntries() {
		return new PartSnapshot(new PartEntries(this.content.part(), List.of(), this.content.unreadable()), this.count,
				this.queries, this.probeCounts, this.isOver);
	}

	/** The queries that decide whether the part is complete. */
	Stream<QueryState> counting() {
		return this.queries.stream().filter(QueryState::counts);
	}

	/** The query under any code, where what it found counts. */
	Stream<QueryState> countingProbe() {
		return this.queries.stream().filter((state) -> this.probeCounts && state.query().role() == Role.PROBE);
	}

	/**
	 * Queries for reports that were not read to the end, as results may be in these. One
	 * that may not be sent (its scope is missing) matters only where nothing else was
	 * found.
	 */
	Stream<QueryState> unreadReports() {
		return this.queries.stream()
			.filter((state) -> state.query().role() == Role.REPORTS && !state.isWhole())
			.filter((state) -> state.hasPages() || this.count == 0 || state.read().attempts() > 0);
	}

	/**
	 * Whether everything was read, by known codes only, and nothing was found, but for
	 * what reports contain.
	 */
	boolean isEmptyByCode() {
		boolean empty = this.content.unreadable().isEmpty() && this.content.entries().stream().noneMatch(this::isOwn);
		return empty && counting().allMatch((state) -> state.isWhole() && state.query().isByCode());
	}

	/**
	 * Whether it is an entry of this part on the server; a contained resource has no id
	 * there.
	 */
	private boolean isOwn(BundleEntry entry) {
		return this.content.part().types().contains(entry.type()) && !entry.id().isEmpty();
	}

	/**
	 * Whether a server was asked for all there is since some day, whatever its code and
	 * status, and read to the end.
	 */
	boolean isAskedUnderAnyCode() {
		return counting().anyMatch((state) -> state.isWhole() && state.query().isUnderAnyCode())
				&& counting().noneMatch(QueryState::isStoppedEarly);
	}

	/**
	 * How the part was read, given what its entries were mapped to, and the panels of
	 * which a member was not received.
	 */
	PartRead read(MappedPart mapped, List<Unreadable> missing) {
		PartOutcome outcome = new PartOutcome(this);
		List<Unreadable> lost = new ArrayList<>();
		if (this.isOver) {
			lost.addAll(this.content.unreadable());
			lost.addAll(mapped.made().unreadable());
			lost.addAll(missing);
		}
		return PartRead.of(this.content.part(), this.isOver ? outcome.of(mapped) : outcome.pending(), this.count,
				pages(), lost, outcome.since(),
				this.queries.stream().map((state) -> state.row(mapped.foreign())).toList());
	}

	private int pages() {
		return this.queries.stream()
			.filter((state) -> state.query().role() != Role.FOLLOWED)
			.mapToInt((state) -> state.read().pages())
			.sum();
	}

}
