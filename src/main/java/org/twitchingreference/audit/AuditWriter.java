package org.twitchingreference.audit;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes lines to the file in their order, numbered and chained. If it cannot be written,
 * the log says so at once, and lines wait in memory until it can. When too many wait, the
 * chain shows that lines are missing, and how many.
 */
final class AuditWriter implements AutoCloseable {

	/** How many lines may wait in memory, a few megabytes; one more drops the oldest. */
	static final int MOST_WAITING = 10_000;

	private static final Logger logger = LoggerFactory.getLogger(AuditTrail.class);

	private final AuditFile file;

	private final Deque<String> waiting = new ArrayDeque<>();

	private AuditChain chain;

	private long lost;

	private long lostEver;

	private long replacedEver;

	private boolean isFailing;

	/** Whether somebody removed or replaced the file since its state was asked for. */
	private boolean isReplaced;

	/** Opens the file; refuses one that cannot be written. */
	AuditWriter(AuditProperties properties, AuditFile file) {
		this.file = file;
		try {
			this.chain = file.open();
		}
		catch (IOException | UnsupportedOperationException ex) {
			throw new AuditUnusableException("Make the audit trail " + properties.file()
					+ " writable, or name another file with twitching.audit.file.");
		}
	}

	/** Takes a JSON object on one line. */
	synchronized void write(String object) {
		AuditChain.Linked next = this.chain.append(object);
		this.chain = next.chain();
		if (this.waiting.size() >= MOST_WAITING) {
			this.waiting.removeFirst();
			this.lost++;
			this.lostEver++;
		}
		this.waiting.addLast(next.line());
		flush();
	}

	/**
	 * The state of the trail, after another attempt to write waiting lines: a server that
	 * accepts no launches may write nothing else. That the file was removed or replaced
	 * is reported once.
	 */
	synchronized State check() {
		flush();
		boolean wasReplaced = this.isReplaced;
		this.isReplaced = false;
		return this.isFailing ? State.UNWRITABLE : wasReplaced ? State.REPLACED : State.WRITTEN;
	}

	/** How many lines could not be written yet. */
	synchronized int waiting() {
		return this.waiting.size();
	}

	/** How many lines were lost since the start. */
	synchronized long lostEver() {
		return this.lostEver;
	}

	/** How often somebody removed or replaced the file since the start. */
	synchronized long replacedEver() {
		return this.replacedEver;
	}

	@Override
	public synchronized void close() {
		try {
			this.file.close();
		}
		catch (IOException ex) {
			logger.error("Audit trail not closed: its last lines may be missing");
		}
	}

	private void flush() {
		try {
			if (!this.file.isStillThere()) {
				logger.error("Audit trail was removed or replaced: another file is begun, find out who did it");
				this.isReplaced = true;
				this.replacedEver++;
			}
			while (!this.waiting.isEmpty()) {
				this.file.append(this.waiting.getFirst());
				this.waiting.removeFirst();
			}
			if (this.isFailing) {
				this.isFailing = false;
				logger.warn("Audit trail is written again; {} lines were lost", this.lost);
				this.lost = 0;
			}
		}
		catch (IOException ex) {
			if (!this.isFailing) {
				logger.error("Audit trail cannot be written: make room on its disk, or the file writable");
			}
			this.isFailing = true;
		}
	}

	/** The state of the trail. */
	enum State {

		/** Everything was written so far. */
		WRITTEN,
		/** Everything was written, but to a new file. */
		REPLACED,
		/** Lines wait, or were lost. */
		UNWRITABLE

	}

}
