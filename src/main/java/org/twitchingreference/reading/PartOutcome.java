package org.twitchingreference.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.chart.ReadReason;
import org.twitchingreference.chart.ReadStatus;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.mapping.MappedPart;

/**
 * Decides how reading one part of a chart ended from how its queries ended: never better
 * than the worst query that counts.
 */
final class PartOutcome {

	private final PartSnapshot part;

	PartOutcome(PartSnapshot part) {
		this.part = part;
	}

	ReadStatus pending() {
		return ReadStatus.of(ReadOutcome.PENDING, ReadReason.STILL_BEING_ASKED.reason(this.part.content().part()));
	}

	/**
	 * For a part of which nothing more will be received, with what its entries became.
	 */
	ReadStatus of(MappedPart mapped) {
		List<QueryState> missing = Stream
			.concat(this.part.counting().filter((state) -> !state.isWhole()), this.part.unreadReports())
			.toList();
		return missing.isEmpty() ? mapped.mixUp().orElseGet(this::doubts) : incomplete(missing);
	}

	/** The day since which all queries asked; empty when one asked without a limit. */
	Optional<LocalDate> since() {
		List<Optional<LocalDate>> days = this.part.counting().map(QueryState::since).toList();
		return days.stream().allMatch(Optional::isPresent)
				? days.stream().flatMap(Optional::stream).max(LocalDate::compareTo) : Optional.empty();
	}

	/** Refused or failed where nothing was received, otherwise read in part. */
	private ReadStatus incomplete(List<QueryState> missing) {
		Optional<Reason> why = reasons(missing.stream().flatMap(this::why));
		if (this.part.counting().anyMatch((state) -> state.isWhole() || state.hasPages())) {
			ReadStatus ending = new ReadStatus(ReadOutcome.TRUNCATED, why);
			return missing.stream().anyMatch(QueryState::hasPages) ? ending : ending.afterSome();
		}
		boolean refused = missing.stream().allMatch((state) -> state.ending().outcome() == ReadOutcome.REFUSED);
		return new ReadStatus(refused ? ReadOutcome.REFUSED : ReadOutcome.FAILED, why);
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

	/** What casts doubt on completeness although every request succeeded. */
	private ReadStatus doubts() {
		Optional<Reason> doubts = reasons(this.part.counting().flatMap((state) -> state.doubt().stream()));
		return doubts.isEmpty()
				? this.part.countingProbe().findFirst().map(this::underOtherCodes).orElse(ReadStatus.COMPLETE)
				: new ReadStatus(ReadOutcome.TRUNCATED, doubts);
	}

	/** Whether there is something under unknown codes is not known unless it was read. */
	private ReadStatus underOtherCodes(QueryState probe) {
		if (!probe.isWhole()) {
			return probe.ending().afterSome();
		}
		return (probe.strange() == 0) ? ReadStatus.COMPLETE : ReadStatus.of(ReadOutcome.TRUNCATED,
				ReadReason.NONE_UNDER_KNOWN_CODE.reason(this.part.content().part()));
	}

	private static Optional<Reason> reasons(Stream<Reason> reasons) {
		return ReadStatus.together(reasons.distinct().toList());
	}

}
