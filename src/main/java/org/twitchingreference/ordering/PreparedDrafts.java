package org.twitchingreference.ordering;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.capacity.EhrThreads;
import org.twitchingreference.fhir.FhirReply;
import org.twitchingreference.fhir.FhirReply.Failure.Kind;
import org.twitchingreference.fhir.FhirSession;

/**
 * Lists of orders that were shown to somebody who may confirm them, each under its own
 * token and for one launch. If a list is confirmed twice, by a double tap or a reload, it
 * is sent once, and both get the same answer.
 */
public final class PreparedDrafts implements AutoCloseable {

	private static final int MOST = 2000;

	private static final Duration KEPT = Duration.ofMinutes(30);

	private final EhrThreads threads;

	private final Cache<String, Prepared> byToken = Caffeine.newBuilder()
		.maximumSize(MOST)
		.expireAfterAccess(KEPT)
		.build();

	public PreparedDrafts(EhrThreads threads) {
		this.threads = threads;
	}

	/**
	 * Keeps the orders that a launch is shown, under this token, for half an hour after
	 * the last use.
	 */
	public void prepare(String launchId, String token, List<DraftOrder> orders) {
		this.byToken.put(token, new Prepared(launchId, List.copyOf(orders)));
	}

	/**
	 * Sends the orders that the launch was shown under the token, on threads of its EHR;
	 * empty if it was shown none under it. The listener is called once, with how each
	 * order ended, however often the list is confirmed.
	 */
	public Optional<CompletableFuture<List<Sent>>> confirm(String launchId, String token, FhirSession session,
			Consumer<List<Sent>> once) {
		return Optional.ofNullable(this.byToken.getIfPresent(token))
			.filter((prepared) -> prepared.launchId.equals(launchId))
			.map((prepared) -> prepared.sentOnce(session, this.threads, once));
	}

	/** Forgets the lists of the launch. */
	public void forget(String launchId) {
		this.byToken.asMap().values().removeIf((prepared) -> prepared.launchId.equals(launchId));
	}

	@Override
	public void close() {
		this.threads.close();
	}

	/** How sending an order ended. */
	public enum Outcome {

		CREATED,
		/** The EHR refused it, or it was not sent. */
		REFUSED,
		/** No answer came that says whether it was created. */
		UNKNOWN

	}

	/**
	 * An order by its name, how sending it ended, and the HTTP status of a failure (else
	 * 0).
	 */
	public record Sent(String name, Outcome outcome, int status) {

	}

	private static final class Prepared {

		private final String launchId;

		private final List<DraftOrder> orders;

		private @Nullable CompletableFuture<List<Sent>> sent;

		Prepared(String launchId, List<DraftOrder> orders) {
			this.launchId = launchId;
			this.orders = orders;
		}

		synchronized CompletableFuture<List<Sent>> sentOnce(FhirSession session, EhrThreads threads,
				Consumer<List<Sent>> once) {
			if (this.sent == null) {
				try {
					this.sent = CompletableFuture.supplyAsync(() -> all(session, once),
							threads.of(session.registration()));
				}
				catch (RejectedExecutionException ex) {
					return CompletableFuture.completedFuture(
							this.orders.stream().map((order) -> new Sent(order.name(), Outcome.REFUSED, 0)).toList());
				}
			}
			return this.sent;
		}

		private List<Sent> all(FhirSession session, Consumer<List<Sent>> once) {
			List<Sent> all = this.orders.stream().map((order) -> sent(order, session)).toList();
			once.accept(all);
			return all;
		}

		private static Sent sent(DraftOrder order, FhirSession session) {
			FhirReply reply = session.create("ServiceRequest", order.json(), order.ifNoneExist());
			return (reply instanceof FhirReply.Failure failure) ? new Sent(order.name(),
					isUnknown(failure.kind()) ? Outcome.UNKNOWN : Outcome.REFUSED, failure.status())
					: new Sent(order.name(), Outcome.CREATED, 0);
		}

		/** Whether the request was sent, but nothing says what became of it. */
		private static boolean isUnknown(Kind kind) {
			return switch (kind) {
				case TIMED_OUT, UNREACHABLE, SERVER_ERROR, TOO_LARGE, NOT_FHIR -> true;
				default -> false;
			};
		}

	}

}
