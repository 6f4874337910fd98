package org.twitchingreference.reading;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.twitchingreference.capacity.FairShare;
import org.twitchingreference.capacity.PerEhr;
import org.twitchingreference.mapping.json.JsonWeight;

/**
 * How much memory reading one chart may use: a limit of its own, within its EHR's share
 * of what all readings of this process may use. No more is parsed at once than fits. All
 * amounts are the weight of JSON ({@link JsonWeight}); parsed, it takes ten times that.
 */
final class MemoryBudget {

	private final Shared shared;

	private final String ehr;

	private final AtomicLong taken = new AtomicLong();

	/** For a chart of the EHR with this registration. */
	MemoryBudget(Shared shared, String ehr) {
		this.shared = shared;
		this.ehr = ehr;
	}

	/** Whether there is room for this many more bytes. */
	boolean take(long bytes) {
		if (this.taken.addAndGet(bytes) > this.shared.chart) {
			this.taken.addAndGet(-bytes);
			return false;
		}
		if (!this.shared.room.take(this.ehr, bytes)) {
			this.taken.addAndGet(-bytes);
			return false;
		}
		return true;
	}

	/**
	 * Parses when there is room. Pages of one EHR wait for each other first and only then
	 * among all, so nobody waits behind more than one page of another EHR.
	 */
	<T> T parsing(int bytes, Supplier<T> parser) {
		return holding(this.shared.ofEhr.of(this.ehr), bytes, () -> holding(this.shared.ofAll, bytes, parser));
	}

	private <T> T holding(Semaphore free, int bytes, Supplier<T> parser) {
		int permits = Math.min(bytes, this.shared.atOnce);
		free.acquireUninterruptibly(permits);
		try {
			return parser.get();
		}
		finally {
			free.release(permits);
		}
	}

	/** Releases everything: the chart is complete. */
	void release() {
		this.shared.room.giveBack(this.ehr, this.taken.getAndSet(0));
	}

	/** What all readings share. */
	static final class Shared {

		/** One EHR alone may hold three quarters. */
		private static final int TIMES = 3;

		private final long chart;

		private final FairShare room;

		private final int atOnce;

		private final PerEhr<Semaphore> ofEhr;

		private final Semaphore ofAll;

		Shared(long chart, long all) {
			this.chart = chart;
			this.room = new FairShare(all, TIMES);
			this.atOnce = (int) Math.min(all / 4 + 1, 8 << 20);
			this.ofEhr = new PerEhr<>(() -> new Semaphore(this.atOnce, true));
			this.ofAll = new Semaphore(2 * this.atOnce, true);
		}

		/** What all readings hold, and what they may. */
		FairShare room() {
			return this.room;
		}

		/** The limit for one chart, and a sixteenth of the heap for all. */
		static Shared ofHeap(long chart) {
			return new Shared(chart, Runtime.getRuntime().maxMemory() / 16);
		}

	}

}
