package org.twitchingreference.smart;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.http.EhrHttp;
import org.twitchingreference.smart.discovery.Deviations;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Exchanges an authorization code for access, and renews it (RFC 6749, sections 4.1.3 and
 * 6).
 */
@Component
public class TokenClient {

	private static final Logger logger = LoggerFactory.getLogger(TokenClient.class);

	/**
	 * The problems after which renewing is not tried again: the EHR refuses this client
	 * or this refresh token.
	 */
	private static final Set<LaunchProblem> REFUSALS = EnumSet.of(LaunchProblem.CLIENT_REFUSED,
			LaunchProblem.CODE_REFUSED, LaunchProblem.TOKEN_REFUSED);

	private final RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();

	private final RestClientRefreshTokenTokenResponseClient refreshing = new RestClientRefreshTokenTokenResponseClient();

	private final IdTokenReader idTokens;

	private final Deviations deviations;

	TokenClient(EhrHttp http, JsonMapper json, ClientAssertions assertions, IdTokenReader idTokens,
			Deviations deviations) {
		this.idTokens = idTokens;
		this.deviations = deviations;
		TokenProblems problems = new TokenProblems(json);
		RestClient restClient = http.restClient()
			.configureMessageConverters((converters) -> converters.addCustomConverter(new FormHttpMessageConverter())
				.addCustomConverter(new TokenResponseConverter(json)))
			.defaultStatusHandler((status) -> !status.is2xxSuccessful(),
					(request, response) -> problems.refuse(response))
			.build();
		this.client.setRestClient(restClient);
		this.client.addParametersConverter(assertions.parameters());
		this.refreshing.addParametersConverter(assertions.parameters());
		this.refreshing.setRestClient(restClient);
	}

	/**
	 * Exchanges the code. If the launch cannot be opened, the access that was granted is
	 * passed to the last argument, to be revoked.
	 */
	public TokenExchangeResult exchange(PendingAuthorization authorization, String code,
			Consumer<TokenGrant> givingBack) {
		OAuth2AuthorizationRequest request = authorization.request();
		OAuth2AuthorizationResponse answer = OAuth2AuthorizationResponse.success(code)
			.redirectUri(Objects.requireNonNull(request.getRedirectUri()))
			.state(Objects.requireNonNull(request.getState()))
			.build();
		try {
			OAuth2AccessTokenResponse response = this.client.getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(
					authorization.client(), new OAuth2AuthorizationExchange(request, answer)));
			return result(authorization, response, givingBack);
		}
		catch (OAuth2AuthorizationException ex) {
			throw TokenProblems.of(ex);
		}
	}

	private TokenExchangeResult result(PendingAuthorization authorization, OAuth2AccessTokenResponse response,
			Consumer<TokenGrant> givingBack) {
		try {
			TokenGrant grant = TokenGrant.from(response, authorization.issuer());
			TokenGrant.deviations(response, authorization.issuer())
				.forEach((deviation) -> this.deviations.tolerate(authorization.registration(), deviation));
			return new TokenExchangeResult(grant, this.idTokens.read(authorization, response));
		}
		catch (LaunchException ex) {
			TokenGrant.withoutPatient(response).ifPresent(givingBack);
			throw ex;
		}
	}

	/**
	 * Renews the access of this user. Nothing that the EHR answers makes it throw: every
	 * failure is a result.
	 */
	public RenewalResult renew(PendingAuthorization authorization, Optional<SignedInUser> user, TokenGrant grant) {
		if (grant.refreshToken().isEmpty()) {
			return new RenewalResult.Refused();
		}
		try {
			OAuth2AccessTokenResponse response = this.refreshing
				.getTokenResponse(new OAuth2RefreshTokenGrantRequest(authorization.client(), accessToken(grant),
						new OAuth2RefreshToken(grant.refreshToken().get(), Instant.EPOCH)));
			if (grant.isForAnother(response, authorization.issuer())) {
				return new RenewalResult.ForAnotherPatient(usable(grant, response));
			}
			return this.idTokens.isSameUser(user, authorization, response)
					? new RenewalResult.Renewed(grant.renewedBy(response))
					: new RenewalResult.ForAnotherUser(usable(grant, response));
		}
		catch (LaunchException ex) {
			return notRenewed(authorization, ex);
		}
		catch (OAuth2AuthorizationException ex) {
			return notRenewed(authorization, TokenProblems.of(ex));
		}
	}

	private static RenewalResult notRenewed(PendingAuthorization authorization, LaunchException why) {
		logger.warn("Access not renewed: {} {}", authorization.registration().id(), why.forLog());
		return REFUSALS.contains(why.problem()) ? new RenewalResult.Refused() : new RenewalResult.Failed();
	}

	/** The renewed grant, to be revoked; empty if the response has none. */
	private static Optional<TokenGrant> usable(TokenGrant grant, OAuth2AccessTokenResponse response) {
		try {
			return Optional.of(grant.renewedBy(response));
		}
		catch (LaunchException ex) {
			return Optional.empty();
		}
	}

	/** The token as Spring's request needs it; only its scopes are used. */
	private static OAuth2AccessToken accessToken(TokenGrant grant) {
		return new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, grant.accessToken(), null, null,
				grant.scopes().scopes());
	}

}
