package org.twitchingreference.reading;

import java.time.Duration;

/** A number that grows, and that can be waited for. */
public final class ChangeCounter {

	private int number;

	private boolean last;

	public synchronized int number() {
		return this.number;
	}

	public synchronized void grow() {
		this.number++;
		notifyAll();
	}

	/** Grows for the last time. */
	public synchronized void end() {
		this.last = true;
		grow();
	}

	public synchronized int awaitNewer(int known, Duration atMost) {
		long end = System.nanoTime() + atMost.toNanos();
		try {
			long left = atMost.toMillis();
			while (this.number <= known && !this.last && left > 0) {
				wait(left);
				left = (end - System.nanoTime()) / 1_000_000;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return this.number;
	}

}
