package org.twitchingreference.sidebar;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.twitchingreference.presentation.Reading;
import org.twitchingreference.presentation.SampleCharts;

/** A reading that tests let come in, step by step. */
final class FakeProgress implements Progress {

	private final CompletableFuture<Reading> end;

	private final CompletableFuture<Reading> whole;

	private Reading soFar = SampleCharts.normal();

	private int revision;

	FakeProgress() {
		this(new CompletableFuture<>());
	}

	private FakeProgress(CompletableFuture<Reading> end) {
		this.end = end;
		this.whole = end.whenComplete((reading, failure) -> wake());
	}

	/** Comes in all at once. */
	static FakeProgress of(Supplier<Reading> reading) {
		return new FakeProgress(CompletableFuture.supplyAsync(reading));
	}

	/** Lets more of the chart come in. */
	synchronized void comesIn(Reading more) {
		this.soFar = more;
		this.revision++;
		notifyAll();
	}

	/** Lets the rest come in. */
	void ends(Reading reading) {
		this.end.complete(reading);
	}

	@Override
	public CompletableFuture<Reading> whole() {
		return this.whole;
	}

	@Override
	public synchronized int revision() {
		return this.revision;
	}

	@Override
	public synchronized Reading soFar() {
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
