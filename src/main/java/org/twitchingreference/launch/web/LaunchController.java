package org.twitchingreference.launch.web;

import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.launch.FhirSessions;
import org.twitchingreference.launch.Launch;
import org.twitchingreference.launch.LaunchOpened;
import org.twitchingreference.launch.Launches;
import org.twitchingreference.launch.PendingAuthorizations;
import org.twitchingreference.launch.RequestedEhr;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.EhrRegistrations;
import org.twitchingreference.smart.AuthorizationRequests;
import org.twitchingreference.smart.AuthorizationServers;
import org.twitchingreference.smart.LaunchException;
import org.twitchingreference.smart.LaunchProblem;
import org.twitchingreference.smart.LaunchProperties;
import org.twitchingreference.smart.PendingAuthorization;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The EHR launch of SMART App Launch 2.2: the EHR opens /launch, the browser goes to the
 * EHR to authorize, and comes back to that EHR's /callback/{registration} with a code.
 */
@Controller
class LaunchController {

	private static final Logger logger = LoggerFactory.getLogger(LaunchController.class);

	/** The most characters of a launch handle, which is kept until the EHR answers. */
	private static final int LONGEST_HANDLE = 2000;

	private final EhrRegistrations registrations;

	private final AuthorizationRequests authorizationRequests;

	private final AuthorizationRedirect authorizationRedirect;

	private final PendingAuthorizations pending;

	private final AuthorizationServers servers;

	private final Launches launches;

	private final FhirSessions sessions;

	private final LaunchProperties properties;

	private final ApplicationEventPublisher events;

	LaunchController(EhrRegistrations registrations, AuthorizationRequests authorizationRequests,
			AuthorizationRedirect authorizationRedirect, PendingAuthorizations pending, AuthorizationServers servers,
			Launches launches, FhirSessions sessions, LaunchProperties properties, ApplicationEventPublisher events) {
		this.registrations = registrations;
		this.authorizationRequests = authorizationRequests;
		this.authorizationRedirect = authorizationRedirect;
		this.pending = pending;
		this.servers = servers;
		this.launches = launches;
		this.sessions = sessions;
		this.properties = properties;
		this.events = events;
	}

	/** Some EHRs post the same parameters. */
	@RequestMapping(path = "/launch", method = { RequestMethod.GET, RequestMethod.POST })
	ModelAndView launch(@RequestParam(required = false) @Nullable String iss,
			@RequestParam(required = false) @Nullable String launch, HttpServletRequest request,
			HttpServletResponse response) {
		if (iss == null || iss.isBlank() || launch == null || launch.isBlank() || launch.length() > LONGEST_HANDLE) {
			throw new LaunchException(LaunchProblem.NOT_FROM_AN_EHR);
		}
		EhrRegistration registration = this.registrations.forIssuer(iss)
			.orElseThrow(() -> new LaunchException(LaunchProblem.UNKNOWN_ISSUER));
		RequestedEhr.keep(request, registration);
		return this.authorizationRedirect.send(this.authorizationRequests.fromChart(registration, iss, launch), request,
				response);
	}

	/**
	 * The authorization response (RFC 6749, sections 4.1.2 and 4.1.2.1; RFC 9207), at the
	 * redirect URI of its registration.
	 */
	@GetMapping({ "/callback", "/callback/{registration}" })
	ResponseEntity<Void> callback(@RequestParam(required = false) @Nullable String state,
			@RequestParam(required = false) @Nullable String code,
			@RequestParam(required = false) @Nullable String error,
			@RequestParam(required = false) @Nullable String iss, HttpServletRequest request,
			HttpServletResponse response) {
		PendingAuthorization authorization = pending(state, error, iss, request, response);
		if (error != null) {
			throw refusal(error);
		}
		if (UnreadableAnswer.is(request)) {
			throw new LaunchException(LaunchProblem.UNREADABLE_ANSWER);
		}
		if (code == null || code.isBlank()) {
			throw new LaunchException(LaunchProblem.INCOMPLETE_ANSWER);
		}
		Launch launch = this.sessions.open(authorization, code);
		this.launches.open(launch, response);
		launch.trail().opened();
		logger.info("Launch opened: {}", launch.registration().id());
		this.events.publishEvent(new LaunchOpened(launch));
		return redirect(this.properties.address("/s/" + launch.id() + "/"));
	}

	/** An error is told whatever its answer lacks; it opens nothing. */
	private PendingAuthorization pending(@Nullable String state, @Nullable String error, @Nullable String iss,
			HttpServletRequest request, HttpServletResponse response) {
		try {
			return this.servers.answered(this.pending.take(state, request, response), iss);
		}
		catch (LaunchException ex) {
			if (error != null && ex.problem() == LaunchProblem.STATE_MISSING) {
				throw refusal(error);
			}
			throw LaunchException.of(ex.problem(), error);
		}
	}

	private static LaunchException refusal(String error) {
		return LaunchException.of(
				error.equals("access_denied") ? LaunchProblem.CONSENT_REFUSED : LaunchProblem.AUTHORIZATION_REFUSED,
				error);
	}

	private static ResponseEntity<Void> redirect(URI location) {
		return ResponseEntity.status(HttpStatus.FOUND).location(location).build();
	}

}
