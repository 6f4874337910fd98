package org.twitchingreference.launch.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.audit.AuditTrail;
import org.twitchingreference.http.address.WebAddress;
import org.twitchingreference.launch.ProblemReference;
import org.twitchingreference.launch.RequestedEhr;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.smart.LaunchException;
import org.twitchingreference.smart.LaunchException.EhrError;
import org.twitchingreference.smart.LaunchProblem;

import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Answers a failed launch with a page that names the problem and says who can fix it.
 */
@ControllerAdvice(assignableTypes = { LaunchController.class, StandaloneController.class, CallbackController.class })
class LaunchProblemAdvice {

	private static final Logger logger = LoggerFactory.getLogger(LaunchProblemAdvice.class);

	/** How many characters of an unknown issuer the page shows. */
	private static final int LONGEST_SHOWN = 300;

	private final AuditTrail audit;

	LaunchProblemAdvice(AuditTrail audit) {
		this.audit = audit;
	}

	@ExceptionHandler(LaunchException.class)
	ModelAndView show(LaunchException exception, HttpServletRequest request, HttpServletResponse response) {
		LaunchProblem problem = exception.problem();
		if (problem == LaunchProblem.TOO_BUSY) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "10");
		}
		String reference = ProblemReference.next();
		logger.warn("Launch failed: {} {} {} {} at {}{}", problem, registrationId(request),
				exception.error().map(EhrError::code).orElse("-"), reference, problem.step().key(),
				exception.fault().map((fault) -> ", " + fault.key()).orElse(""));
		this.audit.refused(registrationId(request), problem.shownKey(), request.getRemoteAddr());
		ModelAndView page = new ModelAndView("launch/problem", problem.status());
		page.addAllObjects(Map.of("problem", problem.key(), "shownKey", problem.shownKey(), "reference", reference));
		exception.fault().ifPresent((fault) -> page.addObject("fault", fault.key()));
		exception.error().ifPresent((error) -> {
			page.addObject("error", error.code());
			page.addObject("advice", advice(error, request));
		});
		if (problem == LaunchProblem.UNKNOWN_ISSUER) {
			shownIssuer(request).ifPresent((issuer) -> page.addObject("issuer", issuer));
		}
		if (problem == LaunchProblem.FOREIGN_BROWSER) {
			ownWindow(request).ifPresent((address) -> page.addObject("ownWindow", address));
		}
		return page;
	}

	/** For some codes, what to change depends on how this app authenticates. */
	private static String advice(EhrError error, HttpServletRequest request) {
		Optional<EhrRegistration> registration = RequestedEhr.registration(request);
		return (error == EhrError.INVALID_CLIENT && registration.isPresent())
				? error.key() + "."
						+ registration.get().authentication().name().toLowerCase(Locale.ROOT).replace('_', '-')
				: error.key();
	}

	private static String registrationId(HttpServletRequest request) {
		return RequestedEhr.registration(request).map(EhrRegistration::id).orElse("-");
	}

	/**
	 * The address that opens the app for the same EHR outside its frame, in which
	 * browsers may block cookies.
	 */
	private static Optional<String> ownWindow(HttpServletRequest request) {
		return RequestedEhr.registration(request)
			.filter(EhrRegistration::launchesStandalone)
			.flatMap((registration) -> RequestedEhr.issuer(request)
				.map((issuer) -> UriComponentsBuilder.fromPath("/standalone/{id}")
					.queryParam("iss", "{iss}")
					.encode()
					.buildAndExpand(registration.id(), issuer)
					.toUriString()));
	}

	private static Optional<String> shownIssuer(HttpServletRequest request) {
		return WebAddress.parse(request.getParameter("iss"))
			.filter((address) -> address.uri().getRawQuery() == null)
			.map((address) -> address.uri().toASCIIString())
			.filter((issuer) -> issuer.length() <= LONGEST_SHOWN);
	}

}
