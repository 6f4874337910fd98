package org.twitchingreference.reading;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.twitchingreference.fhir.FhirSession;

/** When a reading is given up. */
interface ReadingDeadline {

	/** Gives up when the time has come; does nothing to what is complete by then. */
	void of(Runnable giveUp);

	/**
	 * A session for a reading that begins now; it sends and waits for nothing after the
	 * deadline.
	 */
	default FhirSession bound(FhirSession session) {
		return session;
	}

	static ReadingDeadline after(Duration duration) {
		return new After(duration);
	}

	/** The deadline, counted from the beginning. */
	record After(Duration duration) implements ReadingDeadline {

		@Override
		public void of(Runnable giveUp) {
			CompletableFuture.delayedExecutor(this.duration.toNanos(), TimeUnit.NANOSECONDS).execute(giveUp);
		}

		@Override
		public FhirSession bound(FhirSession session) {
			return session.within(this.duration);
		}

	}

}
