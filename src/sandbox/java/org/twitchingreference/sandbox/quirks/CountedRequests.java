package org.twitchingreference.sandbox.quirks;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Quirks that depend on how often a launch has asked. */
public final class CountedRequests {

	private CountedRequests() {
	}

	/** 429 with Retry-After for the first request of each launch for each type. */
	public static Quirk busyAtFirst(int retryAfterSeconds) {
		Cache<String, AtomicInteger> asked = counts();
		return (request, server) -> (count(asked, request.launch() + " " + request.type()) == 1)
				? Reply.outcome(429, "throttled", "Too many requests")
					.with("Retry-After", String.valueOf(retryAfterSeconds))
				: server.answer(request);
	}

	/**
	 * 401 once the first access token of a launch was used this often; renewed tokens are
	 * accepted.
	 */
	public static Quirk firstTokenGoodFor(int requests) {
		Cache<String, String> first = Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).build();
		Cache<String, AtomicInteger> used = counts();
		return (request, server) -> {
			boolean isFirst = request.token().equals(first.get(request.launch(), (launch) -> request.token()));
			return (isFirst && count(used, request.launch()) > requests)
					? Reply.outcome(401, "expired", "The token has expired")
						.with("WWW-Authenticate", "Bearer error=\"invalid_token\"")
					: server.answer(request);
		};
	}

	private static int count(Cache<String, AtomicInteger> counts, String key) {
		return counts.get(key, (absent) -> new AtomicInteger()).incrementAndGet();
	}

	private static Cache<String, AtomicInteger> counts() {
		return Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofHours(1)).build();
	}

}
