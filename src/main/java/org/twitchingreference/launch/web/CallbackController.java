package org.twitchingreference.launch.web;

import java.net.URI;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.launch.Launch;
import org.twitchingreference.launch.LaunchCookies;
import org.twitchingreference.launch.LaunchOpened;
import org.twitchingreference.launch.LaunchOpener;
import org.twitchingreference.launch.Launches;
import org.twitchingreference.launch.PendingAuthorizations;
import org.twitchingreference.launch.PendingCookies;
import org.twitchingreference.launch.web.request.PartlyDecodedAnswer;
import org.twitchingreference.smart.AuthorizationServerMetadata;
import org.twitchingreference.smart.LaunchProblem;
import org.twitchingreference.smart.LaunchProperties;
import org.twitchingreference.smart.PendingAuthorization;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.View;

/**
 * Receives the answer of the EHR's authorization endpoint at the redirect URI of its
 * registration, and opens the sidebar for the code.
 */
@Controller
class CallbackController {

	private static final Logger logger = LoggerFactory.getLogger(CallbackController.class);

	private final HeldRequests held;

	private final PendingAuthorizations pending;

	private final PendingCookies pendingCookies;

	private final AuthorizationServerMetadata servers;

	private final LaunchOpener opener;

	private final Launches launches;

	private final LaunchCookies launchCookies;

	private final LaunchProperties properties;

	private final ApplicationEventPublisher events;

	CallbackController(HeldRequests held, PendingAuthorizations pending, PendingCookies pendingCookies,
			AuthorizationServerMetadata servers, LaunchOpener opener, Launches launches, LaunchCookies launchCookies,
			LaunchProperties properties, ApplicationEventPublisher events) {
		this.held = held;
		this.pending = pending;
		this.pendingCookies = pendingCookies;
		this.servers = servers;
		this.opener = opener;
		this.launches = launches;
		this.launchCookies = launchCookies;
		this.properties = properties;
		this.events = events;
	}

	/** The authorization response (RFC 6749, sections 4.1.2 and 4.1.2.1; RFC 9207). */
	@GetMapping({ "/callback", "/callback/{registration}" })
	DeferredResult<OpenedSidebar> callback(@RequestParam(required = false) @Nullable String state,
			@RequestParam(required = false) @Nullable String code,
			@RequestParam(required = false) @Nullable String error,
			@RequestParam(required = false) @Nullable String iss, HttpServletRequest request,
			HttpServletResponse response) {
		AuthorizationAnswer answer = new AuthorizationAnswer(code, error, iss, !PartlyDecodedAnswer.is(request));
		PendingAuthorization authorization = answer.orItsError(() -> this.pending.take(state, request));
		response.addHeader(HttpHeaders.SET_COOKIE, this.pendingCookies.removed(authorization).toString());
		return this.held.hold(authorization.registration(), LaunchProblem.TOKEN_UNREACHABLE,
				() -> opened(authorization, answer), this::close);
	}

	private OpenedSidebar opened(PendingAuthorization asked, AuthorizationAnswer answer) {
		PendingAuthorization authorization = answer
			.orItsError(() -> this.servers.confirmIssuer(asked, answer.issuer()));
		Launch launch = this.opener.open(authorization, answer.usableCode());
		this.launches.open(launch);
		launch.trail().opened();
		logger.info("Launch opened: {}", launch.registration().id());
		this.events.publishEvent(new LaunchOpened(launch));
		return new OpenedSidebar(launch, this.launchCookies.given(launch),
				this.properties.address("/s/" + launch.id() + "/"));
	}

	/** Closes a sidebar that was opened after its browser had stopped waiting. */
	@SuppressWarnings("FutureReturnValueIgnored")
	private void close(OpenedSidebar sidebar) {
		this.launches.close(sidebar.launch());
	}

	/** Gives the browser the cookie of its launch, and sends it to the sidebar. */
	record OpenedSidebar(Launch launch, ResponseCookie cookie, URI location) implements View {

		@Override
		public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
			response.addHeader(HttpHeaders.SET_COOKIE, this.cookie.toString());
			response.setStatus(HttpStatus.FOUND.value());
			response.setHeader(HttpHeaders.LOCATION, this.location.toString());
		}

		/** Prints nothing secret. */
		@Override
		public String toString() {
			return "OpenedSidebar";
		}

	}

}
