package org.twitchingreference.sidebar;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.ChartProgress;
import org.twitchingreference.presentation.Reading;

/** A chart that is being read, assessed as far as it is in. */
final class AssessedProgress implements Progress {

	private final ChartProgress chart;

	private final Function<Chart, Reading> assessor;

	private final CompletableFuture<Reading> whole;

	AssessedProgress(ChartProgress chart, Function<Chart, Reading> assessor) {
		this.chart = chart;
		this.assessor = assessor;
		this.whole = chart.whole().thenApply(assessor);
	}

	@Override
	public CompletableFuture<Reading> whole() {
		return this.whole;
	}

	@Override
	public int revision() {
		return this.chart.revision();
	}

	@Override
	public Reading soFar() {
		return this.assessor.apply(this.chart.soFar());
	}

	/** Of a whole chart the assessment, too, is waited for: it takes milliseconds. */
	@Override
	public void awaitNewer(int revision, Duration longest) {
		this.chart.awaitNewer(revision, longest);
		if (this.chart.isComplete()) {
			this.whole.handle((reading, failure) -> failure == null).join();
		}
	}

}
