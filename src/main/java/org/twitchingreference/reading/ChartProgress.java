package org.twitchingreference.reading;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.ReadOutcome;

/** A chart that is being read; safe for concurrent use. */
public interface ChartProgress {

	/**
	 * What has come in. A part that is not in yet is {@link ReadOutcome#PENDING}: nothing
	 * that is missing from it is known to be absent.
	 */
	Chart soFar();

	/** Whether nothing more will come in. */
	boolean isComplete();

	/** Grows whenever something has come in. */
	int revision();

	/** The chart when all has come in, or the time is up; never fails. */
	CompletableFuture<Chart> whole();

	/**
	 * Waits until there is a newer revision than the one given, or it is complete, but
	 * not longer than said; answers with the revision there is then.
	 */
	int awaitNewer(int revision, Duration atMost);

	/** A chart that is there already. */
	static ChartProgress of(Chart chart) {
		return new Complete(chart);
	}

	/** Nothing more comes in. */
	record Complete(Chart soFar) implements ChartProgress {

		@Override
		public boolean isComplete() {
			return true;
		}

		@Override
		public int revision() {
			return 0;
		}

		@Override
		public CompletableFuture<Chart> whole() {
			return CompletableFuture.completedFuture(this.soFar);
		}

		@Override
		public int awaitNewer(int revision, Duration atMost) {
			return 0;
		}

	}

}
