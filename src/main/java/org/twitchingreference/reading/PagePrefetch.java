package org.twitchingreference.reading;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.fhir.FhirReply.Failure;
import org.twitchingreference.fhir.FhirReply.Failure.Kind;
import org.twitchingreference.fhir.FhirSession;

/**
 * Requests the next page while the page before it is parsed, so that a chain of pages
 * takes no longer than the EHR needs.
 */
final class PagePrefetch {

	private final FhirSession session;

	private final BoundedTaskQueue queue;

	private final MemoryBudget budget;

	private String location = "";

	private @Nullable FutureTask<ReceivedReply> reply;

	PagePrefetch(FhirSession session, BoundedTaskQueue queue, MemoryBudget budget) {
		this.session = session;
		this.queue = queue;
		this.budget = budget;
	}

	/** Requests the page as soon as there is room. */
	void begin(String next) {
		FutureTask<ReceivedReply> task = new FutureTask<>(() -> arrived(next));
		try {
			this.queue.run(task);
			this.location = next;
			this.reply = task;
		}
		catch (RejectedExecutionException ex) {
			// Then it is asked for when its turn comes, if that comes at all
		}
	}

	/** The page, which is requested now if it was not requested ahead. */
	ReceivedReply get(String next) {
		FutureTask<ReceivedReply> task = this.reply;
		if (task == null || !this.location.equals(next)) {
			return arrived(next);
		}
		// Does nothing if it is running already; it may also be queued behind this very
		// thread
		task.run();
		return answer(task);
	}

	private ReceivedReply arrived(String next) {
		return ReceivedReply.of(this.session.getNext(next), this.budget);
	}

	private static ReceivedReply answer(FutureTask<ReceivedReply> task) {
		try {
			return task.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new ReceivedReply(new Failure(Kind.TIMED_OUT, 0), 0, true);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A page was not read", ex.getCause());
		}
	}

}
