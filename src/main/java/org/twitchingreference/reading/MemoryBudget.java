package org.twitchingreference.reading;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.twitchingreference.capacity.FairShare;
import org.twitchingreference.capacity.PerEhr;
import org.twitchingreference.mapping.json.JsonWeight;

/**
 * How much memory reading one chart may use: a limit for the chart, within its EHR's
 * share of what all charts being read may use. Pages are parsed only as far as memory
 * allows. All amounts are bytes of JSON as {@link JsonWeight} weighs them; parsed, each
 * takes ten bytes of heap.
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

	/**
	 * Takes this many more bytes; false, and nothing is taken, where that is too much.
	 */
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
	 * Runs the parser when there is room for this many bytes. Pages of one EHR wait for
	 * each other first and only then among all, so nobody waits behind more than one page
	 * of another EHR.
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

	/**
	 * What all charts being read share: memory, and how much JSON is parsed at once, at
	 * most 8 MiB of one EHR's and 16 MiB in all.
	 */
	static final class Shared {

		/**
		 * One EHR alone may hold three times what is left free: three quarters of all.
		 */
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

		/** How much all charts being read hold, and may hold. */
		FairShare room() {
			return this.room;
		}

		/** The limit for one chart, and a sixteenth of the heap for all. */
		static Shared ofHeap(long chart) {
			return new Shared(chart, Runtime.getRuntime().maxMemory() / 16);
		}

	}

}
