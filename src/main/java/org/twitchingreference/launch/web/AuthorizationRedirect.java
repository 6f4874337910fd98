package org.twitchingreference.launch.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.twitchingreference.launch.PendingAuthorizations;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.EhrRegistration.AuthorizeBy;
import org.twitchingreference.smart.PendingAuthorization;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Sends the browser to the EHR's authorization endpoint, by a redirect or, where the
 * registration says so, by a form ("authorize-post" of SMART App Launch 2.2).
 */
@Component
class AuthorizationRedirect {

	private final PendingAuthorizations pending;

	AuthorizationRedirect(PendingAuthorizations pending) {
		this.pending = pending;
	}

	ModelAndView send(PendingAuthorization authorization, HttpServletRequest request, HttpServletResponse response) {
		this.pending.keep(authorization, request, response);
		return (authorization.registration().authorizeBy() == AuthorizeBy.POST) ? form(authorization, request)
				: redirect(authorization);
	}

	private static ModelAndView redirect(PendingAuthorization authorization) {
		return new ModelAndView((model, request, response) -> {
			response.setStatus(HttpStatus.FOUND.value());
			response.setHeader(HttpHeaders.LOCATION, authorization.request().getAuthorizationRequestUri());
		});
	}

	/**
	 * The form that posts the request. EHRs may redirect it among their own registered
	 * hosts, and to no others.
	 */
	private static ModelAndView form(PendingAuthorization authorization, HttpServletRequest request) {
		URI endpoint = URI.create(authorization.request().getAuthorizationUri());
		request.setAttribute(ContentSecurityPolicy.FORM_ACTION,
				Stream
					.concat(Stream.of(endpoint.getScheme() + "://" + endpoint.getRawAuthority()),
							hosts(authorization.registration()))
					.distinct()
					.collect(Collectors.joining(" ")));
		return new ModelAndView("launch/authorize", Map.of("endpoint", endpoint.toString(), "parameters",
				parameters(authorization.request()), "ehr", authorization.registration().name()));
	}

	private static Stream<String> hosts(EhrRegistration registration) {
		return registration.hosts().stream().sorted().map((host) -> "https://" + host);
	}

	/** The parameters that a redirect would carry (RFC 6749, section 4.1.1). */
	private static Map<String, Object> parameters(OAuth2AuthorizationRequest request) {
		Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put("response_type", request.getResponseType().getValue());
		parameters.put("client_id", request.getClientId());
		parameters.put("scope", joined(request.getScopes()));
		parameters.put("state", String.valueOf(request.getState()));
		parameters.put("redirect_uri", String.valueOf(request.getRedirectUri()));
		parameters.putAll(request.getAdditionalParameters());
		return parameters;
	}

	private static String joined(Set<String> scopes) {
		return String.join(" ", scopes);
	}

}
