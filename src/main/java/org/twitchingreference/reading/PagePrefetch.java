package org.twitchingreference.reading;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.fhir.FhirReply;
import org.twitchingreference.fhir.FhirReply.Failure;
import org.twitchingreference.fhir.FhirReply.Failure.Kind;
import org.twitchingreference.fhir.FhirSession;

/**
 * Asks for the next page while the one before it is parsed, so that a chain of pages
 * takes what the EHR takes.
 */
final class PagePrefetch {

	private final FhirSession session;

	private final BoundedTaskQueue queue;

	private String location = "";

	private @Nullable FutureTask<FhirReply> reply;

	PagePrefetch(FhirSession session, BoundedTaskQueue queue) {
		this.session = session;
		this.queue = queue;
	}

	/** Asks for the page as soon as there is room. */
	void begin(String next) {
		FutureTask<FhirReply> task = new FutureTask<>(() -> this.session.getNext(next));
		try {
			this.queue.run(task);
			this.location = next;
			this.reply = task;
		}
		catch (RejectedExecutionException ex) {
			// Then it is asked for when its turn comes, if that comes at all
		}
	}

	/** The page, whether it was asked for ahead or not. */
	FhirReply get(String next) {
		FutureTask<FhirReply> task = this.reply;
		if (task == null || !this.location.equals(next)) {
			return this.session.getNext(next);
		}
		// Does nothing where it runs already; it may also wait behind this very thread
		task.run();
		return answer(task);
	}

	private static FhirReply answer(FutureTask<FhirReply> task) {
		try {
			return task.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Failure(Kind.TIMED_OUT, 0);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A page was not read", ex.getCause());
		}
	}

}
