package org.twitchingreference.http;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Consumer;

import org.twitchingreference.http.EhrAnswer.Outcome;

import org.springframework.http.HttpHeaders;

/**
 * The requests of one launch: only so many are sent at once, and a GET is sent again when
 * the EHR was too busy for it. While one waits to be sent again, another may be sent.
 */
public final class EhrRequestLimiter {

	private final EhrHttp http;

	private final Bulkhead bulkhead;

	private final ConnectionProperties properties;

	private final Pause pause;

	EhrRequestLimiter(EhrHttp http, Bulkhead bulkhead, ConnectionProperties properties, Pause pause) {
		this.http = http;
		this.bulkhead = bulkhead;
		this.properties = properties;
		this.pause = pause;
	}

	/** How many requests of the launch are sent at once. */
	public int requestsAtOnce() {
		return this.properties.perLaunch();
	}

	/**
	 * Gets JSON by the deadline. Nothing that the EHR answers makes it throw: every
	 * failure is an answer.
	 */
	public EhrAnswer get(URI location, Consumer<HttpHeaders> headers, Deadline deadline) {
		RetryPolicy policy = new RetryPolicy(this.properties.retry(), deadline);
		EhrAnswer answer = once(location, headers, deadline);
		Optional<Duration> pause = policy.after(answer);
		while (pause.isPresent() && isWaited(pause.get())) {
			answer = once(location, headers, deadline).addingCostOf(answer);
			pause = policy.after(answer);
		}
		return answer;
	}

	/** Posts FHIR JSON, only once whatever the EHR answers. */
	public EhrAnswer post(URI location, Consumer<HttpHeaders> headers, String json, Deadline deadline) {
		return this.bulkhead.call(deadline.atMost(this.properties.longestWait()),
				() -> this.http.post(location, headers, json, deadline), () -> EhrAnswer.notSent(Outcome.TOO_BUSY));
	}

	/**
	 * Whether the EHR says, by one of the configured issue codes, that the user has to
	 * give a reason first; then nothing is repeated either.
	 */
	public boolean isRestricted(EhrAnswer answer) {
		return !Collections.disjoint(answer.issues(), this.properties.retry().never());
	}

	/**
	 * Whether the EHR says, by one of the configured issue codes, that it no longer knows
	 * the search whose page was requested.
	 */
	public boolean isExpiredPage(EhrAnswer answer) {
		return !Collections.disjoint(answer.issues(), this.properties.pageExpired());
	}

	private EhrAnswer once(URI location, Consumer<HttpHeaders> headers, Deadline deadline) {
		return this.bulkhead.call(deadline.atMost(this.properties.longestWait()),
				() -> this.http.get(location, headers, deadline), () -> EhrAnswer.notSent(Outcome.TOO_BUSY));
	}

	/**
	 * Waits; false if the thread is interrupted meanwhile, because nobody needs the
	 * reading any more.
	 */
	private boolean isWaited(Duration length) {
		try {
			this.pause.sleep(length);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
