package org.twitchingreference.ordering;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import org.twitchingreference.capacity.EhrThreads;
import org.twitchingreference.fhir.FhirReply;
import org.twitchingreference.fhir.FhirSession;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * * Whether an EHR's CapabilityStatement says that ServiceRequests can be created. It is
 * requested once an hour for each FHIR base, and only by launches whose scopes allow
 * creating; until it was received, nothing can be created.
 */
public final class OrderCapability implements AutoCloseable {

	private static final String TYPE = "ServiceRequest";

	private static final int MOST_SERVERS = 1000;

	private static final Duration KEPT = Duration.ofHours(1);

	/** A CapabilityStatement may have megabytes, and is not worth a longer wait. */
	private static final Duration LONGEST = Duration.ofSeconds(20);

	private final EhrThreads threads;

	private final Cache<String, CompletableFuture<Boolean>> byServer;

	public OrderCapability(EhrThreads threads, Ticker ticker) {
		this.threads = threads;
		this.byServer = Caffeine.newBuilder()
			.maximumSize(MOST_SERVERS)
			.expireAfterWrite(KEPT.toNanos(), TimeUnit.NANOSECONDS)
			.ticker(ticker)
			.build();
	}

	/** Asks ahead, if this launch may create and it was not requested yet. */
	public void ask(FhirSession session) {
		if (session.mayCreate(TYPE)) {
			this.byServer.asMap().computeIfAbsent(session.server(), (server) -> asked(session));
		}
	}

	/** Whether the launch may create orders, as far as known so far. */
	public boolean isGiven(FhirSession session) {
		ask(session);
		CompletableFuture<Boolean> asked = this.byServer.getIfPresent(session.server());
		return session.mayCreate(TYPE) && asked != null && asked.getNow(false);
	}

	/** If it could not be read, the next launch requests it again. */
	private CompletableFuture<Boolean> asked(FhirSession session) {
		try {
			return CompletableFuture
				.supplyAsync(() -> session.within(LONGEST).get("metadata"), this.threads.of(session.registration()))
				.thenApply((reply) -> {
					if (!(reply instanceof FhirReply.Body body)) {
						this.byServer.invalidate(session.server());
						return false;
					}
					return isCreatable(body.json());
				});
		}
		catch (RejectedExecutionException ex) {
			return CompletableFuture.completedFuture(false);
		}
	}

	/** Skips everything else: a CapabilityStatement may have megabytes. */
	static boolean isCreatable(byte[] statement) {
		boolean ours = false;
		boolean creates = false;
		try (JsonParser json = JsonMapper.shared().createParser(statement)) {
			for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
				String path = path(json.streamReadContext());
				if (token == JsonToken.START_OBJECT && path.equals("/rest/resource")) {
					ours = false;
					creates = false;
				}
				else if (token == JsonToken.VALUE_STRING) {
					ours |= path.equals("/rest/resource/type") && json.getString().equals(TYPE);
					creates |= path.equals("/rest/resource/interaction/code") && json.getString().equals("create");
				}
				if (ours && creates) {
					return true;
				}
			}
		}
		catch (JacksonException ex) {
			return false;
		}
		return false;
	}

	/** The names that lead to the parser's position, without list positions. */
	private static String path(TokenStreamContext at) {
		StringBuilder path = new StringBuilder();
		for (TokenStreamContext one = at; one != null; one = one.getParent()) {
			if (one.inObject() && one.currentName() != null) {
				path.insert(0, "/" + one.currentName());
			}
		}
		return path.toString();
	}

	@Override
	public void close() {
		this.threads.close();
	}

}
