package org.twitchingreference.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What reading one part came to, judged by what its queries came to: it is no better than
 * the worst of those that count.
 */
final class PartOutcome {

	private static final int MOST_REASONS = 3;

	private final PartSnapshot part;

	PartOutcome(PartSnapshot part) {
		this.part = part;
	}

	Ending pending() {
		return new Ending(ReadOutcome.PENDING,
				"The EHR is still being asked for the " + this.part.content().part().words() + ".");
	}

	/** Of a part that is over, when its entries are mapped. */
	Ending of(MappedPart mapped) {
		List<QueryState> missing = this.part.counting().filter((state) -> !state.isWhole()).toList();
		return missing.isEmpty() ? mapped.mixUp().orElseGet(this::doubts) : incomplete(missing);
	}

	/** The day before which not every query asked; empty when one asked for all. */
	Optional<LocalDate> since() {
		List<Optional<LocalDate>> days = this.part.counting().map(QueryState::since).toList();
		return days.stream().allMatch(Optional::isPresent)
				? days.stream().flatMap(Optional::stream).max(LocalDate::compareTo) : Optional.empty();
	}

	/** Refused or failed where nothing came in, else read in part. */
	private Ending incomplete(List<QueryState> missing) {
		String why = reasons(missing.stream().flatMap(this::why));
		if (this.part.counting().anyMatch((state) -> state.isWhole() || state.hasPages())) {
			Ending ending = new Ending(ReadOutcome.TRUNCATED, why);
			return missing.stream().anyMatch(QueryState::hasPages) ? ending : ending.afterSome();
		}
		boolean refused = missing.stream().allMatch((state) -> state.ending().outcome() == ReadOutcome.REFUSED);
		return new Ending(refused ? ReadOutcome.REFUSED : ReadOutcome.FAILED, why);
	}

	/** Where a plainer query failed too, the reason is that of the planned ones. */
	private Stream<String> why(QueryState state) {
		List<String> planned = this.part.queries()
			.stream()
			.filter((other) -> !state.hasPages() && other.isSuperseded()
					&& other.query().plainer().equals(Optional.of(state.query())))
			.map((other) -> other.ending().why())
			.toList();
		return planned.isEmpty() ? Stream.of(state.ending().why()) : planned.stream();
	}

	/** What speaks against completeness although every request succeeded. */
	private Ending doubts() {
		String doubts = reasons(this.part.counting().flatMap((state) -> state.doubt().stream()));
		return doubts.isEmpty()
				? this.part.countingProbe().findFirst().map(this::underOtherCodes).orElse(Ending.COMPLETE)
				: new Ending(ReadOutcome.TRUNCATED, doubts);
	}

	/** Whether there is something under unknown codes is not known unless it was read. */
	private Ending underOtherCodes(QueryState probe) {
		if (!probe.isWhole()) {
			return probe.ending().afterSome();
		}
		return (probe.strange() == 0) ? Ending.COMPLETE
				: new Ending(ReadOutcome.TRUNCATED,
						"The EHR has " + this.part.content().part().words()
								+ ", but none under a code that this reference knows;"
								+ " ask health-IT how its codes are mapped.");
	}

	private static String reasons(Stream<String> reasons) {
		return reasons.filter((reason) -> !reason.isEmpty())
			.distinct()
			.limit(MOST_REASONS)
			.collect(Collectors.joining(" "));
	}

}
