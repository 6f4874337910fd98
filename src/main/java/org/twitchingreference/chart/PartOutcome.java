package org.twitchingreference.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.chart.QueryRead.Way;

/**
 * What reading one part came to, of what its queries came to: no better than the worst of
 * those that count. Looked at under the lock of the reading.
 */
final class PartOutcome {

	private static final int MOST_REASONS = 3;

	private final Part part;

	private final List<QueryReading> queries;

	private final boolean probeCounts;

	private final int count;

	PartOutcome(Part part, List<QueryReading> queries, boolean probeCounts, int count) {
		this.part = part;
		this.queries = queries;
		this.probeCounts = probeCounts;
		this.count = count;
	}

	/** Nothing is said to be lost of what is still coming. */
	PartRead pending(Set<String> foreign) {
		return read(Ending.pending(this.part), List.of(), foreign);
	}

	/**
	 * Of all that came in, with what was not parsed and what the mapping did not
	 * understand.
	 */
	PartRead of(Mapped<?> mapped, List<Unreadable> unreadable) {
		List<Unreadable> lost = new ArrayList<>(unreadable);
		lost.addAll(mapped.unreadable());
		return read(ending(mapped), lost, mapped.foreign());
	}

	private PartRead read(Ending how, List<Unreadable> lost, Set<String> foreign) {
		ReadOutcome outcome = (how.outcome() == ReadOutcome.OK && this.count == 0) ? ReadOutcome.EMPTY : how.outcome();
		String why = (how.why().isEmpty() && !lost.isEmpty()) ? understood(lost.size()) : how.why();
		return new PartRead(this.part, outcome, this.count, pages(), why, lost, since(),
				this.queries.stream().map((reading) -> reading.row(foreign)).toList());
	}

	private Ending ending(Mapped<?> mapped) {
		List<QueryReading> missing = counting().filter((reading) -> !reading.isWhole()).toList();
		return missing.isEmpty() ? doubts(mapped) : incomplete(missing);
	}

	/** Worse than the worst of the queries it is not, and no better. */
	private Ending incomplete(List<QueryReading> missing) {
		String why = reasons(missing.stream().flatMap(this::why));
		boolean some = counting().anyMatch((reading) -> reading.isWhole() || reading.pages() > 0);
		if (some) {
			Ending ending = new Ending(ReadOutcome.TRUNCATED, why);
			return missing.stream().anyMatch((reading) -> reading.pages() > 0) ? ending : ending.afterSome();
		}
		boolean refused = missing.stream().allMatch((reading) -> reading.ending().outcome() == ReadOutcome.REFUSED);
		return new Ending(refused ? ReadOutcome.REFUSED : ReadOutcome.FAILED, why);
	}

	/** Where a plainer query failed too, the reason is that of the planned ones. */
	private Stream<String> why(QueryReading reading) {
		List<String> planned = this.queries.stream()
			.filter((other) -> reading.pages() == 0 && other.isSuperseded()
					&& other.query().plainer().equals(Optional.of(reading.query())))
			.map((other) -> other.ending().why())
			.toList();
		return planned.isEmpty() ? Stream.of(reading.ending().why()) : planned.stream();
	}

	/** What speaks against it although every request succeeded. */
	private Ending doubts(Mapped<?> mapped) {
		if (this.part == Part.PATIENT && mapped.values().isEmpty()) {
			return Ending.failed(this.queries.get(0).query(),
					"The EHR's answer was not a readable %s of this patient; ask health-IT.");
		}
		if (!mapped.foreign().isEmpty()) {
			return new Ending(ReadOutcome.TRUNCATED,
					"The EHR's answer held entries that belong to another patient; they are left out.");
		}
		String doubts = reasons(counting().flatMap((reading) -> reading.doubt().stream()));
		if (!doubts.isEmpty()) {
			return new Ending(ReadOutcome.TRUNCATED, doubts);
		}
		return this.queries.stream()
			.filter((reading) -> this.probeCounts && reading.query().way() == Way.PROBE)
			.findFirst()
			.map(this::underOtherCodes)
			.orElse(Ending.COMPLETE);
	}

	/** Whether there is something under unknown codes is not known unless it was read. */
	private Ending underOtherCodes(QueryReading probe) {
		if (!probe.isWhole()) {
			return probe.ending().afterSome();
		}
		return (probe.strange() > 0) ? Ending.underUnknownCodes(this.part) : Ending.COMPLETE;
	}

	private static String reasons(Stream<String> reasons) {
		return reasons.filter((reason) -> !reason.isEmpty())
			.distinct()
			.limit(MOST_REASONS)
			.collect(Collectors.joining(" "));
	}

	/** The day before which not every query asked; empty when one asked for all. */
	private Optional<LocalDate> since() {
		List<Optional<LocalDate>> days = counting().map(QueryReading::since).toList();
		return days.stream().allMatch(Optional::isPresent)
				? days.stream().flatMap(Optional::stream).max(LocalDate::compareTo) : Optional.empty();
	}

	private Stream<QueryReading> counting() {
		return this.queries.stream().filter(QueryReading::counts);
	}

	private int pages() {
		return this.queries.stream()
			.filter((reading) -> reading.query().way() != Way.FOLLOWED)
			.mapToInt(QueryReading::pages)
			.sum();
	}

	private static String understood(int lost) {
		return (lost == 1) ? "One entry could not be understood." : lost + " entries could not be understood.";
	}

}
