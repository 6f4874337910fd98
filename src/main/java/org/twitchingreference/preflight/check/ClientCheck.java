package org.twitchingreference.preflight.check;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import org.twitchingreference.http.EhrAnswer;
import org.twitchingreference.http.EhrAnswer.Outcome;
import org.twitchingreference.http.EhrHttp;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.EhrRegistration.AuthorizeBy;
import org.twitchingreference.registration.EhrRegistration.ClientAuthentication;
import org.twitchingreference.smart.AuthorizationRequests;
import org.twitchingreference.smart.LaunchException;
import org.twitchingreference.smart.LaunchProblem;
import org.twitchingreference.smart.PendingAuthorization;
import org.twitchingreference.smart.TokenClient;

import org.springframework.beans.BeansException;
import org.springframework.http.MediaType;

/**
 * Checks whether the EHR knows this client: by an authorization request that nobody
 * continues, and by a code that no EHR issued. A server that knows the client refuses the
 * code; one that does not refuses the client (RFC 6749, sections 4.1.2.1 and 5.2).
 */
public record ClientCheck(EhrHttp http, AuthorizationRequests requests, Supplier<TokenClient> tokens,
		ConfiguredSigningKeys keys) implements ServerCheck {

	/** Sent in place of a launch handle and of a code; no EHR ever issued it. */
	private static final String NONE = "preflight";

	private static final String NOT_TRIED = "client-not-tried";

	@Override
	public void check(CheckedRegistration subject, RegistrationFindings findings) {
		EhrRegistration registration = subject.registration();
		if (!this.keys.areThere() && (this.keys.file().isPresent()
				|| registration.authentication() == ClientAuthentication.PRIVATE_KEY_JWT)) {
			findings.warning(NOT_TRIED, "client-id");
			return;
		}
		PendingAuthorization request;
		try {
			request = registration.launchesFromCharts() ? this.requests.fromChart(registration, subject.iss(), NONE)
					: this.requests.standalone(registration, subject.iss());
		}
		catch (LaunchException ex) {
			// Discovery failed, and has said so
			return;
		}
		check(request, findings);
	}

	private void check(PendingAuthorization request, RegistrationFindings findings) {
		try {
			checkClient(request, findings);
		}
		catch (BeansException ex) {
			// KeyCheck says what is wrong with the keys
			findings.warning(NOT_TRIED, "client-id");
		}
	}

	private void checkClient(PendingAuthorization request, RegistrationFindings findings) {
		if (isKnown(request, findings) && request.registration().authorizeBy() == AuthorizeBy.GET) {
			checkAuthorization(request, findings);
		}
	}

	private boolean isKnown(PendingAuthorization request, RegistrationFindings findings) {
		EhrRegistration registration = request.registration();
		LaunchProblem problem = problem(request);
		if (problem == LaunchProblem.CLIENT_REFUSED) {
			findings.error(
					"client-refused-" + registration.authentication().name().toLowerCase(Locale.ROOT).replace('_', '-'),
					"client-id", registration.clientId());
			return false;
		}
		if (problem == LaunchProblem.CODE_REFUSED) {
			findings.ok("client", "client-id");
		}
		else {
			findings.warning("client-not-told", "client-id", problem.name().toLowerCase(Locale.ROOT).replace('_', '-'));
		}
		return true;
	}

	private LaunchProblem problem(PendingAuthorization request) {
		try {
			this.tokens.get().exchange(request, NONE, (grant) -> {
			});
			return LaunchProblem.TOKEN_UNUSABLE;
		}
		catch (LaunchException ex) {
			return ex.problem();
		}
	}

	private void checkAuthorization(PendingAuthorization request, RegistrationFindings findings) {
		EhrAnswer answer = this.http.getSmall(URI.create(request.request().getAuthorizationRequestUri()),
				(headers) -> headers.setAccept(List.of(MediaType.TEXT_HTML)));
		boolean refused = answer.outcome() == Outcome.REFUSED && answer.status() < 500 && answer.status() != 429;
		findings.check(!refused, "client-id", "authorization", (all) -> all.error("redirect-uri-refused", "client-id",
				String.valueOf(request.request().getRedirectUri()), String.valueOf(answer.status())));
	}

}
