package org.twitchingreference.launch.web;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.twitchingreference.capacity.EhrThreads;
import org.twitchingreference.http.ConnectionProperties;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.smart.LaunchException;
import org.twitchingreference.smart.LaunchProblem;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.View;

/**
 * Holds the requests of browsers that wait for an EHR, without a thread of the server:
 * the EHR is asked on threads of its own, of which it has so many for all its launches.
 * What asks it must not touch the request, which may be over by then; what it finds is
 * written by a view, once the request goes on.
 */
@Component
class HeldRequests implements AutoCloseable {

	/**
	 * How much an EHR is asked at once for launches that are being opened: discovery,
	 * tokens, keys, names of users.
	 */
	private static final int AT_ONCE = 32;

	/** More than the rates let come while one waits. */
	private static final int MOST_WAITING = 10_000;

	/** How many answers may be needed one after the other: token, metadata, keys. */
	private static final int ANSWERS = 3;

	private final EhrThreads threads = new EhrThreads("launch-", AT_ONCE, MOST_WAITING);

	private final Duration longestWait;

	HeldRequests(ConnectionProperties properties) {
		this.longestWait = properties.longestWait()
			.plus(properties.connectTimeout().plus(properties.readTimeout()).multipliedBy(ANSWERS));
	}

	/**
	 * Asks the EHR, now or when its threads are free. Who waits too long is told that the
	 * EHR is late, or that there was no turn; what comes after that goes to whoever gives
	 * it back.
	 */
	@SuppressWarnings("FutureReturnValueIgnored")
	<V extends View> DeferredResult<V> hold(EhrRegistration ehr, LaunchProblem late, Supplier<V> asking,
			Consumer<V> givingBack) {
		DeferredResult<V> held = new DeferredResult<>(this.longestWait.toMillis());
		AtomicBoolean begun = new AtomicBoolean();
		held.onTimeout(() -> held.setErrorResult(new LaunchException(begun.get() ? late : LaunchProblem.TOO_BUSY)));
		try {
			CompletableFuture<Void> asked = CompletableFuture.runAsync(() -> {
				begun.set(true);
				V answer = asking.get();
				if (!held.setResult(answer)) {
					givingBack.accept(answer);
				}
			}, this.threads.of(ehr.id()));
			asked.whenComplete((done, failure) -> {
				if (failure != null) {
					held.setErrorResult((failure instanceof CompletionException)
							? Objects.requireNonNullElse(failure.getCause(), failure) : failure);
				}
			});
			held.onCompletion(() -> asked.cancel(false));
		}
		catch (RejectedExecutionException ex) {
			held.setErrorResult(new LaunchException(LaunchProblem.TOO_BUSY));
		}
		return held;
	}

	/** Stops the threads; Spring calls it when the application stops. */
	@Override
	public void close() {
		this.threads.close();
	}

}
