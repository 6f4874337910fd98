package org.twitchingreference.reading;

import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.chart.Chart;

/**
 * The chart of a reading in progress: the parts that have been received, and the others
 * as pending.
 */
public final class PartialChart implements ChartProgress {

	private final PartReadings readings;

	private final ChangeCounter revision = new ChangeCounter();

	private final CompletableFuture<Chart> whole = new CompletableFuture<>();

	private volatile @Nullable Snapshot snapshot;

	private volatile boolean refused;

	public PartialChart(PartReadings readings) {
		this.readings = readings;
	}

	@Override
	public Chart soFar() {
		int number = this.revision.number();
		Snapshot known = this.snapshot;
		if (!this.whole.isDone() && (known == null || known.revision() < number)) {
			known = new Snapshot(number, this.readings.chart());
			this.snapshot = known;
		}
		return (known == null || this.whole.isDone()) ? this.whole.join() : known.chart();
	}

	@Override
	public boolean isComplete() {
		return this.whole.isDone();
	}

	@Override
	public int revision() {
		return this.revision.number();
	}

	@Override
	public CompletableFuture<Chart> whole() {
		return this.whole.copy();
	}

	@Override
	public CompletableFuture<Integer> newer(int known) {
		return this.revision.newer(known);
	}

	@Override
	public boolean isRefused() {
		return this.refused;
	}

	/** Marks it as refused: it will complete without having begun. */
	void refuse() {
		this.refused = true;
	}

	/** Something was received. */
	public void grow() {
		this.revision.grow();
	}

	/** Nothing more will be received: whoever waits gets the whole chart. */
	public void complete(Chart chart) {
		this.whole.complete(chart);
		this.snapshot = null;
		this.revision.end();
	}

	/** The chart at one revision. */
	private record Snapshot(int revision, Chart chart) {

	}

}
