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
 * Keeps requests of browsers open while they wait for an EHR, without a server thread:
 * the EHR is asked on threads of its own, a fixed number for all its launches. Code that
 * asks must not touch the request, which may have ended by then; the outcome is written
 * by a view when the request continues.
 */
@Component
class HeldRequests implements AutoCloseable {

	/**
	 * How many requests an EHR gets at once for launches being opened: discovery, tokens,
	 * keys, names of users.
	 */
	private static final int AT_ONCE = 32;

	/** More than the rate limits allow to arrive while one waits. */
	private static final int MOST_WAITING = 10_000;

	/** How many answers may be needed in sequence: token, metadata, keys. */
	private static final int ANSWERS = 3;

	private final EhrThreads threads = new EhrThreads("launch-", AT_ONCE, MOST_WAITING);

	private final Duration longestWait;

	HeldRequests(ConnectionProperties properties) {
		this.longestWait = properties.longestWait()
			.plus(properties.connectTimeout().plus(properties.readTimeout()).multipliedBy(ANSWERS));
	}

	/**
	 * Asks the EHR, now or when its threads are free. A browser that has waited too long
	 * gets the problem "late" if the EHR was asked, and TOO_BUSY if no thread was free in
	 * time; what the EHR grants after that is passed to the last argument, to be given
	 * back.
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
