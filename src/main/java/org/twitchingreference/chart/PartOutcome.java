package org.twitchingreference.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.clinical.Reason;

/**
 * What reading one part came to, judged by what its queries came to: it is no better than
 * the worst of those that count.
 */
final class PartOutcome {

	private final PartSnapshot part;

	PartOutcome(PartSnapshot part) {
		this.part = part;
	}

	Ending pending() {
		return Ending.of(ReadOutcome.PENDING, ReadReason.STILL_BEING_ASKED.reason(this.part.content().part()));
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
		Optional<Reason> why = reasons(missing.stream().flatMap(this::why));
		if (this.part.counting().anyMatch((state) -> state.isWhole() || state.hasPages())) {
			Ending ending = new Ending(ReadOutcome.TRUNCATED, why);
			return missing.stream().anyMatch(QueryState::hasPages) ? ending : ending.afterSome();
		}
		boolean refused = missing.stream().allMatch((state) -> state.ending().outcome() == ReadOutcome.REFUSED);
		return new Ending(refused ? ReadOutcome.REFUSED : ReadOutcome.FAILED, why);
	}

	/** Where a plainer query failed too, the reason is that of the planned ones. */
	private Stream<Reason> why(QueryState state) {
		List<QueryState> planned = this.part.queries()
			.stream()
			.filter((other) -> !state.hasPages() && other.isSuperseded()
					&& other.query().plainer().equals(Optional.of(state.query())))
			.toList();
		return (planned.isEmpty() ? Stream.of(state) : planned.stream()).flatMap((one) -> one.ending().why().stream());
	}

	/** What speaks against completeness although every request succeeded. */
	private Ending doubts() {
		Optional<Reason> doubts = reasons(this.part.counting().flatMap((state) -> state.doubt().stream()));
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
				: Ending.of(ReadOutcome.TRUNCATED, ReadReason.NONE_UNDER_KNOWN_CODE.reason(this.part.content().part()));
	}

	private static Optional<Reason> reasons(Stream<Reason> reasons) {
		return Ending.together(reasons.distinct().toList());
	}

}
