package org.twitchingreference.launch.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.EhrRegistrations;
import org.twitchingreference.smart.AuthorizationRequests;
import org.twitchingreference.smart.LaunchException;
import org.twitchingreference.smart.LaunchProblem;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.View;

/**
 * The EHR launch of SMART App Launch 2.2: the EHR opens /launch, and the browser goes to
 * the EHR to authorize.
 */
@Controller
class LaunchController {

	/** The longest launch handle, which is kept until the EHR answers. */
	private static final int LONGEST_HANDLE = 2000;

	private final EhrRegistrations registrations;

	private final AuthorizationRequests authorizationRequests;

	private final AuthorizationRedirect authorizationRedirect;

	LaunchController(EhrRegistrations registrations, AuthorizationRequests authorizationRequests,
			AuthorizationRedirect authorizationRedirect) {
		this.registrations = registrations;
		this.authorizationRequests = authorizationRequests;
		this.authorizationRedirect = authorizationRedirect;
	}

	/** Some EHRs post the same parameters. */
	@RequestMapping(path = "/launch", method = { RequestMethod.GET, RequestMethod.POST })
	DeferredResult<View> launch(@RequestParam(required = false) @Nullable String iss,
			@RequestParam(required = false) @Nullable String launch, HttpServletRequest request) {
		if (iss == null || iss.isBlank() || launch == null || launch.isBlank() || launch.length() > LONGEST_HANDLE) {
			throw new LaunchException(LaunchProblem.NOT_FROM_AN_EHR);
		}
		EhrRegistration registration = this.registrations.forIssuer(iss)
			.orElseThrow(() -> new LaunchException(LaunchProblem.UNKNOWN_ISSUER));
		return this.authorizationRedirect.send(registration,
				() -> this.authorizationRequests.fromChart(registration, iss, launch), request);
	}

}
