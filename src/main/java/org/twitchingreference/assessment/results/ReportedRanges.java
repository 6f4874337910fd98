package org.twitchingreference.assessment.results;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.clinical.Reason;

/** The ranges of a report that can be used for this patient, and those that cannot. */
record ReportedRanges(List<Range> usable, List<UnusedRange> unused) {

	static final ReportedRanges NONE = new ReportedRanges(List.of(), List.of());

	ReportedRanges {
		usable = List.copyOf(usable);
		unused = List.copyOf(unused);
	}

	/**
	 * Whether the report states no usable range for this patient, and an impossible one.
	 */
	boolean isImpossible() {
		return this.usable.isEmpty() && this.unused.stream().anyMatch((one) -> one.why() == Why.IMPOSSIBLE);
	}

	/** The reason, with what the reader must know about the ranges that were not used. */
	Reason with(Reason how) {
		List<UnusedRange> mentioned = this.unused.stream()
			.filter((one) -> this.usable.isEmpty() || one.why() != Why.FOR_OTHERS)
			.toList();
		List<String> populations = mentioned.stream()
			.map(UnusedRange::population)
			.filter((whom) -> !whom.isEmpty())
			.toList();
		if (mentioned.isEmpty()) {
			return how;
		}
		if (!this.usable.isEmpty()) {
			return populations.isEmpty() ? RangeReason.OTHER_RANGE_UNUSABLE.reason(how)
					: RangeReason.OTHER_RANGE_NOT_USED.reason(how, populations);
		}
		return populations.isEmpty() ? RangeReason.REPORT_RANGE_UNUSABLE.reason(how)
				: RangeReason.REPORT_RANGE_NOT_USED.reason(how, populations);
	}

	/** A range in the canonical unit and as it is shown; an absent limit is open. */
	record Range(Optional<BigDecimal> low, Optional<BigDecimal> high, RangeUsed shown) {

	}

	/** A range that is not used, and for whom it is meant, if that is why. */
	record UnusedRange(Why why, String population) {

	}

	/** Why a range is not used. */
	enum Why {

		IMPOSSIBLE, NOT_UNDERSTOOD, NOT_CLEAR_FOR_WHOM, FOR_OTHERS

	}

}
