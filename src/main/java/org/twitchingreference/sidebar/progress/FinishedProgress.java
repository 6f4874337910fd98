package org.twitchingreference.sidebar.progress;

import java.util.concurrent.CompletableFuture;

import org.twitchingreference.presentation.AssessedChart;

/** A reading that has ended and whose chart was kept. */
public record FinishedProgress(AssessedChart reading) implements ReadingProgress {

	@Override
	public CompletableFuture<AssessedChart> whole() {
		return CompletableFuture.completedFuture(this.reading);
	}

	@Override
	public int revision() {
		return 1;
	}

	@Override
	public AssessedChart soFar() {
		return this.reading;
	}

	@Override
	public CompletableFuture<Integer> newer(int revision) {
		return CompletableFuture.completedFuture(1);
	}

	@Override
	public boolean isRefused() {
		return false;
	}

}
