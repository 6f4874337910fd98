package org.twitchingreference.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How many refusals are written individually in a minute; the others are counted. */
final class RefusalLimit {

	static final int MOST = 1000;

	private Instant minute = Instant.MIN;

	private int written;

	private long unwritten;

	/** How many refusals of past minutes were not written; begins a new count. */
	synchronized long takeUnwritten(Instant now) {
		Instant current = now.truncatedTo(ChronoUnit.MINUTES);
		if (current.equals(this.minute)) {
			return 0;
		}
		this.minute = current;
		this.written = 0;
		long over = this.unwritten;
		this.unwritten = 0;
		return over;
	}

	/** Whether one more may be written. */
	synchronized boolean take() {
		if (this.written < MOST) {
			this.written++;
			return true;
		}
		this.unwritten++;
		return false;
	}

}
