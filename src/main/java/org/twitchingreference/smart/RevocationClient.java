package org.twitchingreference.smart;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.http.ConnectionFault;
import org.twitchingreference.http.EhrHttp;

import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.AbstractOAuth2AuthorizationGrantRequest;
import org.springframework.security.oauth2.client.endpoint.DefaultOAuth2TokenRequestHeadersConverter;
import org.springframework.security.oauth2.client.endpoint.DefaultOAuth2TokenRequestParametersConverter;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks an EHR to revoke access; the client authenticates as at the token endpoint.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7009#section-2.1">RFC 7009, revocation
 * request</a>
 */
@Component
public class RevocationClient {

	private static final Logger logger = LoggerFactory.getLogger(RevocationClient.class);

	private final DefaultOAuth2TokenRequestHeadersConverter<Request> headers = new DefaultOAuth2TokenRequestHeadersConverter<>();

	private final DefaultOAuth2TokenRequestParametersConverter<Request> parameters = new DefaultOAuth2TokenRequestParametersConverter<>();

	private final NimbusJwtClientAuthenticationParametersConverter<Request> assertions;

	private final RestClient http;

	RevocationClient(EhrHttp http, ClientAssertions assertions) {
		this.assertions = assertions.parameters();
		this.http = http.restClient()
			.configureMessageConverters((converters) -> converters.addCustomConverter(new FormHttpMessageConverter()))
			.defaultStatusHandler((status) -> true, (request, response) -> {
				// Every status is an answer, none an exception
			})
			.build();
	}

	/**
	 * Revokes the refresh token first, then the access token. Never throws: every failure
	 * is a result.
	 */
	public RevocationResult revoke(ClientRegistration client, Optional<URI> endpoint, TokenGrant grant) {
		if (endpoint.isEmpty()) {
			return RevocationResult.NOT_OFFERED;
		}
		boolean renewal = grant.refreshToken()
			.map((token) -> revoke(client, endpoint.get(), token, OAuth2ParameterNames.REFRESH_TOKEN))
			.orElse(true);
		boolean access = revoke(client, endpoint.get(), grant.accessToken(), OAuth2ParameterNames.ACCESS_TOKEN);
		return (renewal && access) ? RevocationResult.CONFIRMED : RevocationResult.NOT_CONFIRMED;
	}

	private boolean revoke(ClientRegistration client, URI endpoint, String token, String kind) {
		Request request = new Request(client);
		MultiValueMap<String, String> form = authenticated(request);
		form.setAll(Map.of(OAuth2ParameterNames.TOKEN, token, OAuth2ParameterNames.TOKEN_TYPE_HINT, kind));
		HttpHeaders authentication = this.headers.convert(request);
		try {
			int status = this.http.post()
				.uri(endpoint)
				.headers((sent) -> sent.putAll(authentication))
				.body(form)
				.retrieve()
				.toBodilessEntity()
				.getStatusCode()
				.value();
			logger.info("Access revoked: {} {} {}", kind, client.getRegistrationId(), status);
			return status == 200;
		}
		catch (RestClientException ex) {
			logger.warn("Access not revoked: {} {} {}", kind, client.getRegistrationId(),
					ConnectionFault.of(ex).map(ConnectionFault::key).orElse("-"));
			return false;
		}
	}

	/** The parameters by which the client authenticates in the form, if it does. */
	private MultiValueMap<String, String> authenticated(Request request) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>(this.parameters.convert(request));
		form.remove(OAuth2ParameterNames.GRANT_TYPE);
		MultiValueMap<String, String> assertion = this.assertions.convert(request);
		if (assertion != null) {
			form.addAll(assertion);
		}
		return form;
	}

	/** Holds the client for Spring's converters, which authenticate token requests. */
	private static final class Request extends AbstractOAuth2AuthorizationGrantRequest {

		Request(ClientRegistration client) {
			super(AuthorizationGrantType.REFRESH_TOKEN, client);
		}

	}

}
