package org.twitchingreference.reading;

import java.util.concurrent.CompletableFuture;

import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.ReadOutcome;

/**
 * A chart that is being read, and as much of it as has been received. Safe for concurrent
 * use.
 */
public interface ChartProgress {

	/**
	 * The chart so far. A part that is not complete yet is {@link ReadOutcome#PENDING}:
	 * nothing that is missing from it is known to be absent.
	 */
	Chart soFar();

	/** Whether nothing more will be received. */
	boolean isComplete();

	/** Grows whenever something was received. */
	int revision();

	/** The chart when everything was received or the time is up; never fails. */
	CompletableFuture<Chart> whole();

	/** Completes with the revision once there is a newer one or the chart is complete. */
	CompletableFuture<Integer> newer(int revision);

	/**
	 * Whether it ended before it began, because too many other charts were being read.
	 */
	default boolean isRefused() {
		return false;
	}

	/** A chart that is there already. */
	static ChartProgress of(Chart chart) {
		return new Complete(chart);
	}

	/** A chart of which nothing more will be received. */
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
		public CompletableFuture<Integer> newer(int revision) {
			return CompletableFuture.completedFuture(0);
		}

	}

}
