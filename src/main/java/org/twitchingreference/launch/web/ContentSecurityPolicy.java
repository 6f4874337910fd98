package org.twitchingreference.launch.web;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.twitchingreference.launch.RequestedEhr;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.EhrRegistrations;

import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/**
 * Sets Content-Security-Policy: styles, scripts and images of this server only; framed
 * only by the EHR of the request, or by any registered EHR while that is not known.
 */
@Component
class ContentSecurityPolicy implements HeaderWriter {

	private static final String DIRECTIVES = "default-src 'none'; style-src 'self'; script-src 'self'; "
			+ "img-src 'self' data:; connect-src 'self'; form-action 'self'";

	/**
	 * The request attribute with further origins to which a form of the page may be sent,
	 * separated by blanks.
	 */
	static final String FORM_ACTION = ContentSecurityPolicy.class.getName() + ".FORM_ACTION";

	private final EhrRegistrations registrations;

	ContentSecurityPolicy(EhrRegistrations registrations) {
		this.registrations = registrations;
	}

	@Override
	public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
		response.setHeader("Content-Security-Policy",
				DIRECTIVES + formTargets(request) + "; base-uri 'none'; frame-ancestors " + frameAncestors(request));
	}

	private static String formTargets(HttpServletRequest request) {
		return (request.getAttribute(FORM_ACTION) instanceof String origins) ? " " + origins : "";
	}

	private String frameAncestors(HttpServletRequest request) {
		String origins = registrations(request).map(EhrRegistration::frameAncestors)
			.flatMap(Collection::stream)
			.distinct()
			.collect(Collectors.joining(" "));
		return origins.isEmpty() ? "'none'" : origins;
	}

	private Stream<EhrRegistration> registrations(HttpServletRequest request) {
		return RequestedEhr.registration(request).map(Stream::of).orElseGet(() -> this.registrations.all().stream());
	}

}
