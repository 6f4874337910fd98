package org.twitchingreference.reading;

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

	/** Done, with its number, once there is a newer revision or it is complete. */
	CompletableFuture<Integer> newer(int revision);

	/**
	 * Whether it is complete without having been begun: too many others are being read.
	 */
	default boolean isRefused() {
		return false;
	}

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
		public CompletableFuture<Integer> newer(int revision) {
			return CompletableFuture.completedFuture(0);
		}

	}

}
