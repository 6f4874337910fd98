package org.twitchingreference.chart;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

/**
 * Which kinds of query a server did not accept while it did accept the plainer ones, so
 * that the next chart is not asked for in vain; forgotten after a while, since servers
 * learn too.
 */
final class Learned {

	private static final Duration KEPT = Duration.ofHours(12);

	private static final int MOST_KEPT = 2000;

	private final Cache<String, Boolean> notAccepted;

	Learned(Ticker ticker) {
		this.notAccepted = Caffeine.newBuilder().ticker(ticker).maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();
	}

	void doesNotAccept(String server, Query query) {
		if (!server.isEmpty()) {
			this.notAccepted.put(key(server, query), true);
		}
	}

	boolean isKnownNotToAccept(String server, Query query) {
		return this.notAccepted.getIfPresent(key(server, query)) != null;
	}

	/** Names the server, a part of any chart, and a resource type. */
	private static String key(String server, Query query) {
		return server + " " + query.part() + " " + query.resourceType();
	}

}
