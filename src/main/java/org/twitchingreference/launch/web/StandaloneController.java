package org.twitchingreference.launch.web;

import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.launch.RequestedEhr;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.EhrRegistrations;
import org.twitchingreference.smart.AuthorizationRequests;
import org.twitchingreference.smart.LaunchException;
import org.twitchingreference.smart.LaunchProblem;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/**
 * The standalone launch of SMART App Launch 2.2: opened outside an EHR, which then asks
 * for the patient.
 */
@Controller
class StandaloneController {

	private final EhrRegistrations registrations;

	private final AuthorizationRequests authorizationRequests;

	private final AuthorizationRedirect authorizationRedirect;

	StandaloneController(EhrRegistrations registrations, AuthorizationRequests authorizationRequests,
			AuthorizationRedirect authorizationRedirect) {
		this.registrations = registrations;
		this.authorizationRequests = authorizationRequests;
		this.authorizationRedirect = authorizationRedirect;
	}

	/** The page with the EHRs to choose from. */
	@GetMapping("/standalone")
	ModelAndView choose() {
		List<EhrChoice> choices = this.registrations.all()
			.stream()
			.filter(EhrRegistration::launchesStandalone)
			.flatMap(EhrChoice::of)
			.toList();
		return new ModelAndView("launch/standalone").addObject("choices", choices);
	}

	/**
	 * Starts at the EHR of this registration: at the given FHIR base, or at its first
	 * one.
	 */
	@GetMapping("/standalone/{id}")
	DeferredResult<View> launch(@PathVariable String id, @RequestParam(required = false) @Nullable String iss,
			HttpServletRequest request) {
		EhrRegistration registration = this.registrations.byId(id)
			.orElseThrow(() -> new LaunchException(LaunchProblem.UNKNOWN_ISSUER));
		RequestedEhr.keep(request, registration);
		String issuer = issuer(registration, iss);
		return this.authorizationRedirect.send(registration,
				() -> this.authorizationRequests.standalone(registration, issuer), request);
	}

	/** The FHIR base to use; one that the registration does not name is refused. */
	private String issuer(EhrRegistration registration, @Nullable String iss) {
		if (iss == null) {
			return registration.exactIssuers()
				.findFirst()
				.orElseThrow(() -> new LaunchException(LaunchProblem.UNKNOWN_ISSUER));
		}
		return this.registrations.forIssuer(iss)
			.filter(registration::equals)
			.map((ehr) -> iss)
			.orElseThrow(() -> new LaunchException(LaunchProblem.UNKNOWN_ISSUER));
	}

	/** One FHIR base of one EHR, as the page offers it. */
	record EhrChoice(String id, String name, String issuer) {

		private static Stream<EhrChoice> of(EhrRegistration registration) {
			return registration.exactIssuers()
				.map((issuer) -> new EhrChoice(registration.id(), registration.name(), issuer));
		}

	}

}
