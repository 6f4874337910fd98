package org.twitchingreference.reading;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.twitchingreference.mapping.json.JsonWeight;

/**
 * What reading one chart may hold in memory: so many bytes of its own, and a share of
 * what all readings of this process may; and no more is parsed at once than fits. All in
 * the weight of their JSON ({@link JsonWeight}), of which each byte takes ten.
 */
final class MemoryBudget {

	private final Shared shared;

	private final AtomicLong taken = new AtomicLong();

	MemoryBudget(Shared shared) {
		this.shared = shared;
	}

	/** Whether there is room for so many bytes more. */
	boolean take(long bytes) {
		if (this.taken.addAndGet(bytes) > this.shared.chart) {
			this.taken.addAndGet(-bytes);
			return false;
		}
		if (this.shared.held.addAndGet(bytes) > this.shared.all) {
			this.shared.held.addAndGet(-bytes);
			this.taken.addAndGet(-bytes);
			return false;
		}
		return true;
	}

	/** Parses when there is room to. */
	<T> T parsing(int bytes, Supplier<T> parser) {
		int permits = Math.min(bytes, this.shared.atOnce);
		this.shared.parsing.acquireUninterruptibly(permits);
		try {
			return parser.get();
		}
		finally {
			this.shared.parsing.release(permits);
		}
	}

	/** Gives everything back: the chart is made. */
	void release() {
		this.shared.held.addAndGet(-this.taken.getAndSet(0));
	}

	/** What all readings share. */
	static final class Shared {

		private final long chart;

		private final long all;

		private final int atOnce;

		private final AtomicLong held = new AtomicLong();

		private final Semaphore parsing;

		Shared(long chart, long all) {
			this.chart = Math.min(chart, all);
			this.all = all;
			this.atOnce = (int) Math.min(all / 2 + 1, 16 << 20);
			this.parsing = new Semaphore(this.atOnce, true);
		}

		/** A chart of so many bytes at most, and a sixteenth of the heap for all. */
		static Shared ofHeap(long chart) {
			return new Shared(chart, Runtime.getRuntime().maxMemory() / 16);
		}

	}

}
