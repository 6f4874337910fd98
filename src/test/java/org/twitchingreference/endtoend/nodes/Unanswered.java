package org.twitchingreference.endtoend.nodes;

import java.util.concurrent.CountDownLatch;

/** A request to the EHR that stays without an answer until its connection is closed. */
final class Unanswered {

	private final String path;

	private final CountDownLatch asked = new CountDownLatch(1);

	private final CountDownLatch over = new CountDownLatch(1);

	Unanswered(String path) {
		this.path = path;
	}

	boolean isFor(String asked) {
		return this.path.equals(asked);
	}

	/** The request is there, and waits. */
	void hold() {
		this.asked.countDown();
		await(this.over);
	}

	/** Until the request is there. */
	void awaitRequest() {
		await(this.asked);
	}

	/** Closes its connection. */
	void drop() {
		this.over.countDown();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
