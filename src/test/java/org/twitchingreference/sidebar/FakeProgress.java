package org.twitchingreference.sidebar;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.presentation.SampleCharts;

/** A reading that tests let come in, step by step. */
final class FakeProgress implements Progress {

	private final CompletableFuture<AssessedChart> end;

	private final CompletableFuture<AssessedChart> whole;

	private AssessedChart soFar = SampleCharts.normal();

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
	synchronized void comesIn(AssessedChart more) {
		this.soFar = more;
		this.revision++;
		notifyAll();
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
	public synchronized void awaitNewer(int seen, Duration longest) {
		long end = System.nanoTime() + longest.toNanos();
		try {
			while (this.revision <= seen && !this.end.isDone() && System.nanoTime() < end) {
				TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private synchronized void wake() {
		notifyAll();
	}

}
