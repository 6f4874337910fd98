package org.twitchingreference.launch;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.capacity.FairShare;
import org.twitchingreference.smart.LaunchException;
import org.twitchingreference.smart.LaunchProblem;
import org.twitchingreference.smart.PendingAuthorization;

/**
 * Room for authorizations that wait for an answer. Each EHR has a fair share of it, and
 * of that each client address: where it is used up, the oldest one of this EHR and
 * address is given up.
 */
final class PendingPlaces {

	private final Duration lifetime;

	private final FairShare share;

	private final Cache<String, Waiting> waiting;

	/**
	 * The states that were given out within a day, and what an answer with one is told
	 * that waits no longer.
	 */
	private final Cache<String, LaunchProblem> given;

	PendingPlaces(int most, Duration lifetime, Ticker ticker) {
		this.lifetime = lifetime;
		this.given = Caffeine.newBuilder()
			.ticker(ticker)
			.maximumSize(most)
			.expireAfterWrite(Duration.ofDays(1))
			.build();
		this.share = new FairShare(most);
		this.waiting = Caffeine.newBuilder()
			.ticker(ticker)
			.maximumSize(most)
			.expireAfterWrite(lifetime)
			.executor(Runnable::run)
			.removalListener((@Nullable String state, @Nullable Waiting gone, RemovalCause cause) -> {
				if (gone != null) {
					this.share.giveBackOne(gone.registration(), gone.address());
				}
			})
			.build();
	}

	/** Keeps the authorization that was begun from this address. */
	void place(PendingAuthorization authorization, String address) {
		Waiting next = new Waiting(authorization, address);
		makeRoom(next);
		this.given.put(stateOf(authorization), LaunchProblem.UNKNOWN_STATE);
		this.waiting.put(stateOf(authorization), next);
	}

	Optional<PendingAuthorization> find(String state) {
		return Optional.ofNullable(this.waiting.getIfPresent(state)).map(Waiting::authorization);
	}

	/** Whether it waited; of two who take it at once only one is told so. */
	boolean remove(PendingAuthorization authorization) {
		return this.waiting.asMap().remove(stateOf(authorization)) != null;
	}

	/** Why nothing waits for an answer with this state. */
	LaunchProblem problemOf(String state) {
		return Objects.requireNonNullElse(this.given.getIfPresent(state), LaunchProblem.STATE_NEVER_GIVEN);
	}

	void giveUp(PendingAuthorization authorization) {
		this.given.put(stateOf(authorization), LaunchProblem.STATE_GIVEN_UP);
		this.waiting.invalidate(stateOf(authorization));
	}

	Stream<PendingAuthorization> all() {
		return this.waiting.asMap().values().stream().map(Waiting::authorization);
	}

	Comparator<PendingAuthorization> oldestFirst() {
		return Comparator.comparing((PendingAuthorization authorization) -> this.waiting.policy()
			.expireAfterWrite()
			.flatMap((expiry) -> expiry.ageOf(stateOf(authorization)))
			.orElse(this.lifetime), Comparator.reverseOrder());
	}

	private void makeRoom(Waiting next) {
		this.waiting.cleanUp();
		while (!this.share.takeOne(next.registration(), next.address())) {
			giveUp(this.waiting.policy()
				.expireAfterWrite()
				.flatMap((expiry) -> expiry
					.oldest((all) -> all.map(Map.Entry::getValue).filter(next::isOfTheSame).findFirst()))
				.orElseThrow(() -> new LaunchException(LaunchProblem.TOO_BUSY))
				.authorization());
		}
	}

	private static String stateOf(PendingAuthorization authorization) {
		return Objects.requireNonNull(authorization.request().getState());
	}

	/** An authorization and the client address that it was begun from. */
	private record Waiting(PendingAuthorization authorization, String address) {

		String registration() {
			return this.authorization.registration().id();
		}

		boolean isOfTheSame(Waiting other) {
			return registration().equals(other.registration()) && this.address.equals(other.address);
		}

		/** Prints nothing secret. */
		@Override
		public String toString() {
			return "Waiting";
		}

	}

}
