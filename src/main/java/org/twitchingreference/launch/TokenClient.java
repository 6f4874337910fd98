package org.twitchingreference.launch;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;

import org.twitchingreference.registration.EhrAnswer;
import org.twitchingreference.registration.EhrHttp;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;

/** Exchanges an authorization code for access (RFC 6749, section 4.1.3). */
@Component
class TokenClient {

	/** The errors of RFC 6749, section 5.2 that are about the client. */
	private static final Set<String> CLIENT_ERRORS = Set.of("invalid_client", "unauthorized_client");

	private final RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();

	private final JsonMapper json;

	TokenClient(EhrHttp http, JsonMapper json) {
		this.json = json;
		this.client.setRestClient(http.restClient()
			.configureMessageConverters((converters) -> converters.addCustomConverter(new FormHttpMessageConverter())
				.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
			.defaultStatusHandler((status) -> !status.is2xxSuccessful(), (request, response) -> refuse(response))
			.build());
	}

	TokenGrant exchange(PendingAuthorization authorization, String code) {
		OAuth2AuthorizationRequest request = authorization.request();
		OAuth2AuthorizationResponse answer = OAuth2AuthorizationResponse.success(code)
			.redirectUri(Objects.requireNonNull(request.getRedirectUri()))
			.state(Objects.requireNonNull(request.getState()))
			.build();
		try {
			return TokenGrant
				.from(this.client.getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(authorization.client(),
						new OAuth2AuthorizationExchange(request, answer))));
		}
		catch (OAuth2AuthorizationException ex) {
			throw new LaunchException(problemOf(ex));
		}
	}

	private void refuse(ClientHttpResponse response) throws IOException {
		if (response.getStatusCode().is5xxServerError()) {
			throw new LaunchException(LaunchProblem.TOKEN_UNREACHABLE);
		}
		if (response.getStatusCode().value() == 401 || CLIENT_ERRORS.contains(error(response))) {
			throw new LaunchException(LaunchProblem.CLIENT_REFUSED);
		}
		throw new LaunchException(response.getStatusCode().is4xxClientError() ? LaunchProblem.CODE_REFUSED
				: LaunchProblem.TOKEN_UNUSABLE);
	}

	private String error(ClientHttpResponse response) throws IOException {
		try {
			return this.json.readTree(response.getBody().readAllBytes()).path("error").asString("");
		}
		catch (JacksonException ex) {
			return "";
		}
	}

	/** Spring's message holds the token URL and the body; only the kind is kept. */
	private static LaunchProblem problemOf(OAuth2AuthorizationException failure) {
		return EhrAnswer.Outcome.of(failure)
			.filter((outcome) -> outcome == EhrAnswer.Outcome.TIMED_OUT || outcome == EhrAnswer.Outcome.UNREACHABLE)
			.map((outcome) -> LaunchProblem.TOKEN_UNREACHABLE)
			.orElse(LaunchProblem.TOKEN_UNUSABLE);
	}

}
