package org.twitchingreference.reading;

import java.util.concurrent.CompletableFuture;

/**
 * A number that grows, and for whose next value anybody can wait without holding a
 * thread.
 */
public final class ChangeCounter {

	private int number;

	private boolean last;

	private CompletableFuture<Integer> next = new CompletableFuture<>();

	public synchronized int number() {
		return this.number;
	}

	public void grow() {
		grow(false);
	}

	/** Grows for the last time. */
	public void end() {
		grow(true);
	}

	/** The number, once it is greater than the known one or will not grow any more. */
	public synchronized CompletableFuture<Integer> newer(int known) {
		return (this.number > known || this.last) ? CompletableFuture.completedFuture(this.number)
				: this.next.thenCompose((number) -> newer(known));
	}

	/**
	 * Those who wait are notified outside the lock, because they run their own code then.
	 */
	private void grow(boolean end) {
		CompletableFuture<Integer> waiting;
		int now;
		synchronized (this) {
			now = ++this.number;
			this.last |= end;
			waiting = this.next;
			this.next = new CompletableFuture<>();
		}
		waiting.complete(now);
	}

}
