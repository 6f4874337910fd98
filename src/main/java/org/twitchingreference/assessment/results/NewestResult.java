package org.twitchingreference.assessment.results;

import java.util.List;

import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Analyte;

/** The newest usable result of an analyte, or why there is none. */
public sealed interface NewestResult {

	/** When what counts was taken; a computed result is as old as its first part. */
	List<ChartTime> times();

	/**
	 * The readings that may be the newest: one, or several whose times cannot be told
	 * apart.
	 */
	record Found(List<CanonicalResult> readings) implements NewestResult {

		public Found {
			readings = List.copyOf(readings);
		}

		@Override
		public List<ChartTime> times() {
			return this.readings.stream().flatMap((reading) -> reading.result().time().stream()).toList();
		}

	}

	/** None of what, why, and the results that were seen and could not be used. */
	record Missing(Doubt doubt, Gap gap, List<LabResult> seen) implements NewestResult {

		static Missing of(Doubt doubt, Analyte analyte, Reason why, List<LabResult> seen) {
			return new Missing(doubt, Gap.of(analyte.title(), why), seen);
		}

		public Missing {
			seen = List.copyOf(seen);
		}

		@Override
		public List<ChartTime> times() {
			return (this.doubt == Doubt.ABSENT) ? List.of()
					: this.seen.stream().flatMap((result) -> result.time().stream()).toList();
		}

	}

}
