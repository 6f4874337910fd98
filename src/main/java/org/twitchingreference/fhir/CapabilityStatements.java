package org.twitchingreference.fhir;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

/**
 * What the CapabilityStatements of EHRs declare. Each is requested once an hour for each
 * FHIR base, in parallel to whatever a launch does; until it was received, it declares
 * nothing.
 */
public final class CapabilityStatements {

	private static final int MOST_SERVERS = 1000;

	private static final Duration KEPT = Duration.ofHours(1);

	/** A CapabilityStatement may have megabytes, and is not worth a longer wait. */
	private static final Duration LONGEST = Duration.ofSeconds(20);

	private final Function<String, Executor> threads;

	private final Cache<String, CompletableFuture<DeclaredCapabilities>> byServer;

	/** The threads are those of the registration that is named. */
	public CapabilityStatements(Function<String, Executor> threads, Ticker ticker) {
		this.threads = threads;
		this.byServer = Caffeine.newBuilder()
			.maximumSize(MOST_SERVERS)
			.expireAfterWrite(KEPT.toNanos(), TimeUnit.NANOSECONDS)
			.ticker(ticker)
			.build();
	}

	/**
	 * What the session's server declares, as far as known; requested if that has not
	 * happened yet.
	 */
	public DeclaredCapabilities of(FhirSession session) {
		CompletableFuture<DeclaredCapabilities> mine = new CompletableFuture<>();
		CompletableFuture<DeclaredCapabilities> asked = this.byServer.asMap().putIfAbsent(session.server(), mine);
		if (asked == null) {
			ask(session, mine);
		}
		return Objects.requireNonNullElse(asked, mine).getNow(DeclaredCapabilities.NONE);
	}

	/** If it could not be read, the next launch requests it again. */
	private void ask(FhirSession session, CompletableFuture<DeclaredCapabilities> answer) {
		try {
			this.threads.apply(session.registration()).execute(() -> {
				if (session.within(LONGEST).get("metadata") instanceof FhirReply.Body body) {
					answer.complete(DeclaredCapabilities.in(body.json()));
				}
				else {
					this.byServer.asMap().remove(session.server(), answer);
				}
			});
		}
		catch (RejectedExecutionException ex) {
			this.byServer.asMap().remove(session.server(), answer);
		}
	}

}
