package org.twitchingreference.reading.query;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

/**
 * The kinds of query that a server did not accept while it accepted the simpler ones, so
 * that they are not sent in vain for the next chart; forgotten after a while, because
 * servers are updated.
 */
public final class UnsupportedQueries {

	private static final Duration KEPT = Duration.ofHours(12);

	private static final int MOST_KEPT = 2000;

	private final Cache<String, Boolean> notAccepted;

	public UnsupportedQueries(Ticker ticker) {
		this.notAccepted = Caffeine.newBuilder().ticker(ticker).maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();
	}

	public void doesNotAccept(String server, Query query) {
		if (!server.isEmpty()) {
			this.notAccepted.put(key(server, query), true);
		}
	}

	public boolean isKnownNotToAccept(String server, Query query) {
		return this.notAccepted.getIfPresent(key(server, query)) != null;
	}

	/** Names the server, a part of any chart, and a resource type. */
	private static String key(String server, Query query) {
		return server + " " + query.part() + " " + query.resourceType();
	}

}
