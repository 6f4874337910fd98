package org.twitchingreference.launch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
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
	public static final Duration LIFETIME = Duration.ofMinutes(10);

	/** How many may wait in one browser; one more replaces the oldest. */
	private static final int IN_ONE_BROWSER = 10;

	private final AuthorizationStore store;

	PendingAuthorizations(AuthorizationStore store) {
		this.store = store;
	}

	/** Keeps the authorization, for which this browser gets a cookie. */
	public PendingAuthorization keep(PendingAuthorization authorization, Browser browser) {
		List<PendingAuthorization> waiting = new ArrayList<>(this.store.heldBy(browser));
		while (waiting.size() >= IN_ONE_BROWSER) {
			this.store.giveUp(waiting.remove(0));
		}
		PendingAuthorization kept = authorization.inCookie(PendingCookies.free(browser));
		this.store.place(kept, browser.address());
		return kept;
	}

	/**
	 * Removes and returns the authorization of this state. An answer that comes to the
	 * redirect URI of another registration, or from another browser, fails and leaves it
	 * there.
	 */
	public PendingAuthorization take(@Nullable String state, HttpServletRequest request) {
		Browser browser = Browser.of(request);
		if (state == null || state.isBlank()) {
			waitingIn(browser).ifPresent((waiting) -> RequestedEhr.keep(request, waiting));
			throw new LaunchException(LaunchProblem.STATE_MISSING);
		}
		PendingAuthorization authorization = this.store.find(state)
			.orElseThrow(() -> new LaunchException(this.store.problemOf(state)));
		RequestedEhr.keep(request, authorization.registration(), authorization.audience());
		if (!request.getRequestURI()
			.equals(request.getContextPath() + LaunchProperties.callback(authorization.registration()))) {
			throw new LaunchException(LaunchProblem.FOREIGN_ADDRESS);
		}
		if (!browser.isOf(authorization)) {
			throw new LaunchException(LaunchProblem.FOREIGN_BROWSER);
		}
		if (!this.store.remove(authorization)) {
			throw new LaunchException(LaunchProblem.UNKNOWN_STATE);
		}
		return authorization;
	}

	/** The EHR from which an answer with this state is expected, if any. */
	public Optional<EhrRegistration> registrationOf(String state) {
		return this.store.find(state).map(PendingAuthorization::registration);
	}

	/** The authorizations of this browser that wait for an answer. */
	Stream<PendingAuthorization> heldBy(Browser browser) {
		return this.store.heldBy(browser).stream();
	}

	/**
	 * The only EHR from which this browser expects an answer; used for the wording of an
	 * error page and for nothing else.
	 */
	private Optional<EhrRegistration> waitingIn(Browser browser) {
		List<EhrRegistration> waiting = heldBy(browser).map(PendingAuthorization::registration)
			.distinct()
			.limit(2)
			.toList();
		return (waiting.size() == 1) ? Optional.of(waiting.get(0)) : Optional.empty();
	}

}
