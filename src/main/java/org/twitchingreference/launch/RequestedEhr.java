package org.twitchingreference.launch;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.twitchingreference.registration.EhrRegistration;

/**
 * The EHR that a request concerns, kept in attributes of the request as soon as it is
 * known: its registration and FHIR base determine headers of the response and what an
 * error page offers.
 */
public final class RequestedEhr {

	private static final String REGISTRATION = RequestedEhr.class.getName() + ".REGISTRATION";

	private static final String ISSUER = RequestedEhr.class.getName() + ".ISSUER";

	private RequestedEhr() {
	}

	public static void keep(HttpServletRequest request, EhrRegistration registration) {
		request.setAttribute(REGISTRATION, registration);
	}

	public static void keep(HttpServletRequest request, EhrRegistration registration, String issuer) {
		keep(request, registration);
		request.setAttribute(ISSUER, issuer);
	}

	/** The registration; empty while it is not known. */
	public static Optional<EhrRegistration> registration(HttpServletRequest request) {
		return Optional.ofNullable((EhrRegistration) request.getAttribute(REGISTRATION));
	}

	/**
	 * The FHIR base that is being authorized, as the EHR or its registration writes it;
	 * empty while it is not known.
	 */
	public static Optional<String> issuer(HttpServletRequest request) {
		return Optional.ofNullable((String) request.getAttribute(ISSUER));
	}

}
