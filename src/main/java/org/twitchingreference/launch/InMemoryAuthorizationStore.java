package org.twitchingreference.launch;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

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
 * The logins in progress: authorizations that wait for an answer, in memory. Each EHR has
 * a fair share of the room, and within it each client address; when that is used up, the
 * oldest of this EHR and address is dropped.
 */
public final class InMemoryAuthorizationStore implements AuthorizationStore {

	private final Duration lifetime;

	private final Consumer<PendingAuthorization> givenUp;

	private final FairShare share;

	private final Cache<String, Waiting> waiting;

	/**
	 * The states issued within the last day, each with the problem to report if an answer
	 * comes when its authorization no longer waits.
	 */
	private final Cache<String, LaunchProblem> problems;

	public InMemoryAuthorizationStore(int most, Duration lifetime, Ticker ticker,
			Consumer<PendingAuthorization> givenUp) {
		this.lifetime = lifetime;
		this.givenUp = givenUp;
		this.problems = Caffeine.newBuilder()
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

	@Override
	public void place(PendingAuthorization authorization, String address) {
		Waiting next = new Waiting(authorization, address);
		makeRoom(next);
		this.problems.put(authorization.state(), LaunchProblem.UNKNOWN_STATE);
		this.waiting.put(authorization.state(), next);
	}

	@Override
	public Optional<PendingAuthorization> find(String state) {
		return Optional.ofNullable(this.waiting.getIfPresent(state)).map(Waiting::authorization);
	}

	@Override
	public boolean remove(PendingAuthorization authorization) {
		return this.waiting.asMap().remove(authorization.state()) != null;
	}

	@Override
	public LaunchProblem problemOf(String state) {
		return Objects.requireNonNullElse(this.problems.getIfPresent(state), LaunchProblem.STATE_NEVER_GIVEN);
	}

	@Override
	public void giveUp(PendingAuthorization authorization) {
		this.problems.put(authorization.state(), LaunchProblem.STATE_GIVEN_UP);
		this.waiting.invalidate(authorization.state());
		this.givenUp.accept(authorization);
	}

	@Override
	public List<PendingAuthorization> heldBy(Browser browser) {
		return this.waiting.asMap()
			.values()
			.stream()
			.map(Waiting::authorization)
			.filter(browser::isOf)
			.sorted(oldestFirst())
			.toList();
	}

	private Comparator<PendingAuthorization> oldestFirst() {
		return Comparator.comparing((PendingAuthorization authorization) -> this.waiting.policy()
			.expireAfterWrite()
			.flatMap((expiry) -> expiry.ageOf(authorization.state()))
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

	/** An authorization and the client address from which it was started. */
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
