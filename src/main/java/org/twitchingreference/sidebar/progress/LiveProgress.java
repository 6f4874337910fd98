package org.twitchingreference.sidebar.progress;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.twitchingreference.chart.Chart;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.reading.ChartProgress;

/** A chart that is being read, with the assessment of what was received so far. */
final class LiveProgress implements ReadingProgress {

	private final ChartProgress chart;

	private final Function<Chart, AssessedChart> assessor;

	private final CompletableFuture<AssessedChart> whole;

	LiveProgress(ChartProgress chart, Function<Chart, AssessedChart> assessor) {
		this.chart = chart;
		this.assessor = assessor;
		this.whole = chart.whole().thenApply(assessor);
	}

	@Override
	public CompletableFuture<AssessedChart> whole() {
		return this.whole;
	}

	@Override
	public int revision() {
		return this.chart.revision();
	}

	@Override
	public AssessedChart soFar() {
		return this.assessor.apply(this.chart.soFar());
	}

	/** For a complete chart the assessment is awaited too: it takes milliseconds. */
	@Override
	public CompletableFuture<Integer> newer(int revision) {
		return this.chart.newer(revision)
			.thenCompose((number) -> this.chart.isComplete() ? this.whole.handle((reading, failure) -> number)
					: CompletableFuture.completedFuture(number));
	}

	@Override
	public boolean isRefused() {
		return this.chart.isRefused();
	}

}
