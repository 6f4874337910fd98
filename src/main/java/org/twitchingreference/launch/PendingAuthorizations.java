package org.twitchingreference.launch;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.smart.LaunchException;
import org.twitchingreference.smart.LaunchProblem;
import org.twitchingreference.smart.LaunchProperties;
import org.twitchingreference.smart.PendingAuthorization;

import org.springframework.stereotype.Component;

/**
 * Authorizations that wait for the EHR's answer, by state. Each is used once, and only by
 * the browser that started it, which may have several (RFC 6749, section 10.12).
 */
@Component
public class PendingAuthorizations {

	/** How long an authorization waits for the answer: the time to log in at the EHR. */
	private static final Duration LIFETIME = Duration.ofMinutes(10);

	private final LaunchProperties properties;

	private final Cache<String, PendingAuthorization> pending;

	/** The states that were given out within a day, whatever became of them. */
	private final Cache<String, Boolean> given;

	PendingAuthorizations(LaunchProperties properties, Ticker ticker) {
		this.properties = properties;
		this.pending = Caffeine.newBuilder()
			.ticker(ticker)
			.maximumSize(properties.maximumLaunches())
			.expireAfterWrite(LIFETIME)
			.executor(Runnable::run)
			.build();
		this.given = Caffeine.newBuilder()
			.ticker(ticker)
			.maximumSize(properties.maximumLaunches())
			.expireAfterWrite(Duration.ofDays(1))
			.build();
	}

	public void keep(PendingAuthorization authorization, HttpServletResponse response) {
		this.pending.put(stateOf(authorization), authorization);
		this.given.put(stateOf(authorization), true);
		cookie(authorization).give(response, authorization.cookieSecret(), LIFETIME);
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
		PendingAuthorization authorization = this.pending.getIfPresent(state);
		if (authorization == null) {
			throw new LaunchException((this.given.getIfPresent(state) != null) ? LaunchProblem.UNKNOWN_STATE
					: LaunchProblem.STATE_NEVER_GIVEN);
		}
		RequestedEhr.keep(request, authorization.registration(), authorization.audience());
		if (!request.getRequestURI()
			.equals(request.getContextPath() + LaunchProperties.callback(authorization.registration()))) {
			throw new LaunchException(LaunchProblem.FOREIGN_ADDRESS);
		}
		if (!cookie(authorization).isHeldBy(request, authorization.cookieSecret())) {
			throw new LaunchException(LaunchProblem.FOREIGN_BROWSER);
		}
		if (!this.pending.asMap().remove(state, authorization)) {
			throw new LaunchException(LaunchProblem.UNKNOWN_STATE);
		}
		cookie(authorization).remove(response);
		return authorization;
	}

	/**
	 * The one EHR that this browser waits for an answer from, for what an error page
	 * says; nothing is done in its name.
	 */
	private Optional<EhrRegistration> waitingIn(HttpServletRequest request) {
		List<EhrRegistration> waiting = this.pending.asMap()
			.values()
			.stream()
			.filter((authorization) -> cookie(authorization).isHeldBy(request, authorization.cookieSecret()))
			.map(PendingAuthorization::registration)
			.distinct()
			.limit(2)
			.toList();
		return (waiting.size() == 1) ? Optional.of(waiting.get(0)) : Optional.empty();
	}

	private BrowserCookie cookie(PendingAuthorization authorization) {
		return new BrowserCookie(authorization.cookieName(),
				this.properties.path(LaunchProperties.callback(authorization.registration())));
	}

	private static String stateOf(PendingAuthorization authorization) {
		return Objects.requireNonNull(authorization.request().getState());
	}

}
