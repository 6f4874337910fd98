package org.twitchingreference.launch.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.twitchingreference.launch.Browser;
import org.twitchingreference.launch.PendingAuthorizations;
import org.twitchingreference.launch.PendingCookies;
import org.twitchingreference.launch.RequestedEhr;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.EhrRegistration.AuthorizeBy;
import org.twitchingreference.smart.LaunchProblem;
import org.twitchingreference.smart.PendingAuthorization;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.View;

/**
 * Sends the browser to the EHR's authorization endpoint, once the EHR has said where that
 * is: by a redirect or, if the registration says so, by a form ("authorize-post" of SMART
 * App Launch 2.2).
 */
@Component
class AuthorizationRedirect {

	private static final String FORM = "launch/authorize";

	private final HeldRequests held;

	private final PendingAuthorizations pending;

	private final PendingCookies cookies;

	private final ContentSecurityPolicy policy;

	private final ThymeleafViewResolver pages;

	private final EmptyFrameWarnings framed;

	AuthorizationRedirect(HeldRequests held, PendingAuthorizations pending, PendingCookies cookies,
			ContentSecurityPolicy policy, ThymeleafViewResolver pages, EmptyFrameWarnings framed) {
		this.held = held;
		this.pending = pending;
		this.cookies = cookies;
		this.policy = policy;
		this.pages = pages;
		this.framed = framed;
	}

	/** Sends the browser of this request to the EHR with the prepared authorization. */
	DeferredResult<View> send(EhrRegistration registration, Supplier<PendingAuthorization> prepared,
			HttpServletRequest request) {
		RequestedEhr.keep(request, registration);
		this.framed.look(request, registration);
		Browser browser = Browser.of(request);
		return this.held.hold(registration, LaunchProblem.EHR_UNREACHABLE,
				() -> answer(this.pending.keep(prepared.get(), browser), browser), (late) -> {
					// No browser has its cookie, so it is dropped
				});
	}

	private View answer(PendingAuthorization kept, Browser browser) {
		List<ResponseCookie> given = this.cookies.given(kept, browser);
		View answer = (kept.registration().authorizeBy() == AuthorizeBy.POST) ? form(kept) : redirect(kept);
		return (model, request, response) -> {
			given.forEach((cookie) -> response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString()));
			answer.render(model, request, response);
		};
	}

	private static View redirect(PendingAuthorization authorization) {
		return (model, request, response) -> {
			response.setStatus(HttpStatus.FOUND.value());
			response.setHeader(HttpHeaders.LOCATION, authorization.request().getAuthorizationRequestUri());
		};
	}

	/**
	 * The form that posts the request. EHRs may redirect it to their own registered hosts
	 * and no others, so the policy, which was written before the EHR had answered, is
	 * replaced.
	 */
	private View form(PendingAuthorization authorization) {
		URI endpoint = URI.create(authorization.request().getAuthorizationUri());
		String targets = Stream
			.concat(Stream.of(endpoint.getScheme() + "://" + endpoint.getRawAuthority()),
					hosts(authorization.registration()))
			.distinct()
			.collect(Collectors.joining(" "));
		Map<String, Object> content = Map.of("endpoint", endpoint.toString(), "parameters",
				parameters(authorization.request()), "ehr", authorization.registration().name());
		return (model, request, response) -> {
			request.setAttribute(ContentSecurityPolicy.FORM_ACTION, targets);
			this.policy.writeHeaders(request, response);
			Objects.requireNonNull(this.pages.resolveViewName(FORM, Locale.ENGLISH)).render(content, request, response);
		};
	}

	private static Stream<String> hosts(EhrRegistration registration) {
		return registration.hosts().stream().sorted().map((host) -> "https://" + host);
	}

	/** The parameters that a redirect would carry (RFC 6749, section 4.1.1). */
	private static Map<String, Object> parameters(OAuth2AuthorizationRequest request) {
		Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put("response_type", request.getResponseType().getValue());
		parameters.put("client_id", request.getClientId());
		parameters.put("scope", String.join(" ", request.getScopes()));
		parameters.put("state", String.valueOf(request.getState()));
		parameters.put("redirect_uri", String.valueOf(request.getRedirectUri()));
		parameters.putAll(request.getAdditionalParameters());
		return parameters;
	}

}
