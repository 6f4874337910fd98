package org.twitchingreference.launch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.capacity.FairShare;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.smart.LaunchException;
import org.twitchingreference.smart.LaunchProblem;
import org.twitchingreference.smart.LaunchProperties;
import org.twitchingreference.smart.PendingAuthorization;

import org.springframework.stereotype.Component;

/**
 * Authorizations that wait for the EHR's answer, by state. Each is used once, and only by
 * the browser that started it, which may have several (RFC 6749, section 10.12). Each EHR
 * has a fair share of them, and of that each client address: where it is used up, the
 * oldest one of this EHR and address is given up.
 */
@Component
public class PendingAuthorizations {

	/** How long an authorization waits for the answer: the time to log in at the EHR. */
	private static final Duration LIFETIME = Duration.ofMinutes(10);

	/** The most that wait in one browser; for one more, the oldest is given up. */
	private static final int IN_ONE_BROWSER = 10;

	private final PendingCookies cookies;

	private final FairShare share;

	private final Cache<String, Waiting> pending;

	/**
	 * The states that were given out within a day, and what an answer with one is told
	 * that waits no longer.
	 */
	private final Cache<String, LaunchProblem> given;

	PendingAuthorizations(LaunchProperties properties, Ticker ticker) {
		this.cookies = new PendingCookies(properties);
		this.given = Caffeine.newBuilder()
			.ticker(ticker)
			.maximumSize(properties.maximumLaunches())
			.expireAfterWrite(Duration.ofDays(1))
			.build();
		this.share = new FairShare(properties.maximumLaunches());
		this.pending = Caffeine.newBuilder()
			.ticker(ticker)
			.maximumSize(properties.maximumLaunches())
			.expireAfterWrite(LIFETIME)
			.executor(Runnable::run)
			.removalListener((@Nullable String state, @Nullable Waiting waiting, RemovalCause cause) -> {
				if (waiting != null) {
					this.share.giveBackOne(waiting.registration(), waiting.address());
				}
			})
			.build();
	}

	/**
	 * Keeps the authorization, and gives the browser its cookie; what the browser need
	 * not keep any longer is taken from it.
	 */
	public PendingAuthorization keep(PendingAuthorization authorization, HttpServletRequest request,
			HttpServletResponse response) {
		List<PendingAuthorization> waiting = new ArrayList<>(heldBy(request).sorted(oldestFirst()).toList());
		while (waiting.size() >= IN_ONE_BROWSER) {
			giveUp(waiting.remove(0));
		}
		this.cookies
			.leftOver(request, waiting.stream().map(PendingAuthorization::cookieName).collect(Collectors.toSet()))
			.forEach((cookie) -> cookie.remove(response));
		PendingAuthorization kept = authorization.inCookie(this.cookies.free(request));
		Waiting next = new Waiting(kept, ClientAddress.of(request));
		makeRoom(next);
		this.given.put(stateOf(kept), LaunchProblem.UNKNOWN_STATE);
		this.pending.put(stateOf(kept), next);
		cookie(kept).give(response, kept.cookieSecret(), LIFETIME);
		return kept;
	}

	/**
	 * Removes and returns the authorization of this state. An answer that comes to the
	 * redirect URI of another registration, or from another browser, fails and leaves it
	 * there.
	 */
	public PendingAuthorization take(@Nullable String state, HttpServletRequest request, HttpServletResponse response) {
		if (state == null || state.isBlank()) {
			waitingIn(request).ifPresent((waiting) -> RequestedEhr.keep(request, waiting));
			throw new LaunchException(LaunchProblem.STATE_MISSING);
		}
		Waiting waiting = this.pending.getIfPresent(state);
		if (waiting == null) {
			throw new LaunchException(
					Objects.requireNonNullElse(this.given.getIfPresent(state), LaunchProblem.STATE_NEVER_GIVEN));
		}
		PendingAuthorization authorization = waiting.authorization();
		RequestedEhr.keep(request, authorization.registration(), authorization.audience());
		if (!request.getRequestURI()
			.equals(request.getContextPath() + LaunchProperties.callback(authorization.registration()))) {
			throw new LaunchException(LaunchProblem.FOREIGN_ADDRESS);
		}
		if (!cookie(authorization).isHeldBy(request, authorization.cookieSecret())) {
			throw new LaunchException(LaunchProblem.FOREIGN_BROWSER);
		}
		if (!this.pending.asMap().remove(state, waiting)) {
			throw new LaunchException(LaunchProblem.UNKNOWN_STATE);
		}
		cookie(authorization).remove(response);
		return authorization;
	}

	/** The EHR whose answer this state was given for, if one waits for it. */
	public Optional<EhrRegistration> registrationOf(String state) {
		return Optional.ofNullable(this.pending.getIfPresent(state))
			.map((waiting) -> waiting.authorization().registration());
	}

	private void makeRoom(Waiting next) {
		this.pending.cleanUp();
		while (!this.share.takeOne(next.registration(), next.address())) {
			giveUp(this.pending.policy()
				.expireAfterWrite()
				.flatMap((expiry) -> expiry
					.oldest((all) -> all.map(Map.Entry::getValue).filter(next::isOfTheSame).findFirst()))
				.orElseThrow(() -> new LaunchException(LaunchProblem.TOO_BUSY))
				.authorization());
		}
	}

	private void giveUp(PendingAuthorization authorization) {
		this.given.put(stateOf(authorization), LaunchProblem.STATE_GIVEN_UP);
		this.pending.invalidate(stateOf(authorization));
	}

	/**
	 * The one EHR that this browser waits for an answer from, for what an error page
	 * says; nothing is done in its name.
	 */
	private Optional<EhrRegistration> waitingIn(HttpServletRequest request) {
		List<EhrRegistration> waiting = heldBy(request).map(PendingAuthorization::registration)
			.distinct()
			.limit(2)
			.toList();
		return (waiting.size() == 1) ? Optional.of(waiting.get(0)) : Optional.empty();
	}

	/** What waits for an answer in this browser. */
	private Stream<PendingAuthorization> heldBy(HttpServletRequest request) {
		return this.pending.asMap()
			.values()
			.stream()
			.map(Waiting::authorization)
			.filter((authorization) -> cookie(authorization).isHeldBy(request, authorization.cookieSecret()));
	}

	private Comparator<PendingAuthorization> oldestFirst() {
		return Comparator.comparing((PendingAuthorization authorization) -> this.pending.policy()
			.expireAfterWrite()
			.flatMap((expiry) -> expiry.ageOf(stateOf(authorization)))
			.orElse(LIFETIME), Comparator.reverseOrder());
	}

	private BrowserCookie cookie(PendingAuthorization authorization) {
		return this.cookies.named(authorization.cookieName());
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
