package org.twitchingreference.sidebar;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.presentation.SampleCharts;
import org.twitchingreference.sidebar.progress.ReadingProgress;

/** A reading that tests let come in, step by step. */
final class FakeProgress implements ReadingProgress {

	private final CompletableFuture<AssessedChart> end;

	private final CompletableFuture<AssessedChart> whole;

	private AssessedChart soFar = SampleCharts.normal();

	private CompletableFuture<Boolean> next = new CompletableFuture<>();

	private volatile boolean refused;

	private int revision;

	FakeProgress() {
		this(new CompletableFuture<>());
	}

	private FakeProgress(CompletableFuture<AssessedChart> end) {
		this.end = end;
		this.whole = end.whenComplete((reading, failure) -> wake());
	}

	/** Comes in all at once. */
	static FakeProgress of(Supplier<AssessedChart> reading) {
		CompletableFuture<AssessedChart> end = new CompletableFuture<>();
		try {
			end.complete(reading.get());
		}
		catch (RuntimeException ex) {
			end.completeExceptionally(ex);
		}
		return new FakeProgress(end);
	}

	/** Lets more of the chart come in. */
	void comesIn(AssessedChart more) {
		synchronized (this) {
			this.soFar = more;
			this.revision++;
		}
		wake();
	}

	/** Never begins: too many others are being read. */
	static FakeProgress refused() {
		FakeProgress progress = of(SampleCharts::normal);
		progress.refused = true;
		return progress;
	}

	/** Lets the rest come in. */
	void ends(AssessedChart reading) {
		this.end.complete(reading);
	}

	@Override
	public CompletableFuture<AssessedChart> whole() {
		return this.whole;
	}

	@Override
	public synchronized int revision() {
		return this.revision;
	}

	@Override
	public synchronized AssessedChart soFar() {
		return this.soFar;
	}

	@Override
	public synchronized CompletableFuture<Integer> newer(int seen) {
		if (this.end.isDone()) {
			return this.whole.handle((reading, failure) -> this.revision);
		}
		return (this.revision > seen) ? CompletableFuture.completedFuture(this.revision)
				: this.next.thenCompose((done) -> newer(seen));
	}

	@Override
	public boolean isRefused() {
		return this.refused;
	}

	private void wake() {
		CompletableFuture<Boolean> told;
		synchronized (this) {
			told = this.next;
			this.next = new CompletableFuture<>();
		}
		told.complete(true);
	}

}
