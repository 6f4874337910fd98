package org.twitchingreference.assessment.results;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Analyte;

/** The newest usable result of an analyte, or why there is none. */
public sealed interface NewestResult {

	/** How many results of each kind are shown as evidence. */
	int SHOWN = 3;

	/**
	 * When the counting results were taken; a computed result is as old as its oldest
	 * part.
	 */
	List<ChartTime> times();

	/** The same without results that are only awaited. */
	List<ChartTime> obtained();

	/** Whether there is a newest result but it cannot be used. */
	boolean isHidden();

	/**
	 * The results that may be the newest: one, or several whose order in time is unclear.
	 */
	record Found(List<CanonicalResult> readings) implements NewestResult {

		public Found {
			readings = List.copyOf(readings);
		}

		@Override
		public List<ChartTime> times() {
			return this.readings.stream().flatMap((reading) -> reading.result().time().stream()).toList();
		}

		@Override
		public List<ChartTime> obtained() {
			return times();
		}

		@Override
		public boolean isHidden() {
			return false;
		}

	}

	/** Newest results, some of which are not understood, each with the reason. */
	record PartlyUnderstood(List<CanonicalResult> readings, Map<LabResult, Reason> unread) {

		public PartlyUnderstood {
			readings = List.copyOf(readings);
			unread = Collections.unmodifiableMap(new LinkedHashMap<>(unread));
		}

	}

	/**
	 * No newest result that can be used: how that leaves conditions open, what is missing
	 * and why, the results that could not be used, the older ones that would count
	 * without them and, if only some values are not understood, the rest of them.
	 */
	record Missing(Doubt doubt, Gap gap, List<LabResult> seen, List<LabResult> older,
			Optional<PartlyUnderstood> partly) implements NewestResult {

		static Missing of(Doubt doubt, Analyte analyte, Reason why, List<LabResult> seen) {
			return new Missing(doubt, Gap.of(analyte.title(), why), seen, List.of(), Optional.empty());
		}

		public Missing {
			seen = List.copyOf(seen);
			older = List.copyOf(older);
		}

		/** The same for a value computed from it, to which its flags do not apply. */
		Missing forComputed() {
			return new Missing(this.doubt, this.gap, this.seen, this.older, Optional.empty());
		}

		/** What is shown: a few of each kind. */
		public List<LabResult> shown() {
			return Stream.concat(this.seen.stream().limit(SHOWN), this.older.stream().limit(SHOWN)).toList();
		}

		@Override
		public List<ChartTime> times() {
			return (this.doubt == Doubt.ABSENT) ? List.of()
					: this.seen.stream().flatMap((result) -> result.time().stream()).toList();
		}

		@Override
		public List<ChartTime> obtained() {
			return (this.doubt == Doubt.ABSENT) ? List.of()
					: this.seen.stream()
						.filter((result) -> result.status() != LabResult.Status.AWAITED)
						.flatMap((result) -> result.time().stream())
						.toList();
		}

		@Override
		public boolean isHidden() {
			return this.gap.why().is(ResultReason.NOT_USED) || this.gap.why().is(ResultReason.RESULT_UNUSABLE);
		}

	}

}
