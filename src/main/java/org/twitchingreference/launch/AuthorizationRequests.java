package org.twitchingreference.launch;

import java.util.Map;

import org.twitchingreference.registration.Discovery;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.SmartConfiguration;
import org.twitchingreference.registration.SmartDiscovery;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;

/**
 * Prepares the authorization request of an EHR launch: "aud", "launch", "state", scopes
 * and always PKCE with S256.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/app-launch.html">SMART App
 * Launch 2.2, obtain authorization code</a>
 */
@Component
class AuthorizationRequests {

	private final SmartDiscovery discovery;

	private final LaunchProperties properties;

	AuthorizationRequests(SmartDiscovery discovery, LaunchProperties properties) {
		this.discovery = discovery;
		this.properties = properties;
	}

	PendingAuthorization prepare(EhrRegistration registration, String issuer, String launch) {
		SmartConfiguration configuration = this.discovery.discover(registration, issuer)
			.orElseThrow((problem) -> new LaunchException(problemOf(problem)));
		ClientRegistration client = client(registration, configuration);
		return new PendingAuthorization(registration, issuer, configuration, client,
				request(client, configuration, issuer, launch), "__Secure-pending-" + Secrets.random(),
				Secrets.random());
	}

	private OAuth2AuthorizationRequest request(ClientRegistration client, SmartConfiguration configuration,
			String issuer, String launch) {
		OAuth2AuthorizationRequest.Builder request = OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri(configuration.authorizationEndpoint().toString())
			.clientId(client.getClientId())
			.redirectUri(client.getRedirectUri())
			.scopes(client.getScopes())
			.state(Secrets.random())
			.additionalParameters(Map.of("aud", issuer, "launch", launch))
			.additionalParameters((parameters) -> {
				// OpenID Connect Core 1.0, section 3.1.2.1; without openid no id_token is
				// asked for
				if (client.getScopes().contains(OidcScopes.OPENID)) {
					parameters.put(IdTokens.NONCE, Secrets.random());
				}
			});
		OAuth2AuthorizationRequestCustomizers.withPkce().accept(request);
		return request.build();
	}

	private ClientRegistration client(EhrRegistration registration, SmartConfiguration configuration) {
		return ClientRegistration.withRegistrationId(registration.id())
			.clientId(registration.clientId())
			.clientSecret(registration.clientSecret().orElse(""))
			.clientAuthenticationMethod(method(registration))
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri(this.properties.redirectUri())
			.scope(registration.scopes())
			.authorizationUri(configuration.authorizationEndpoint().toString())
			.tokenUri(configuration.tokenEndpoint().toString())
			.build();
	}

	private static ClientAuthenticationMethod method(EhrRegistration registration) {
		return switch (registration.authentication()) {
			case NONE -> ClientAuthenticationMethod.NONE;
			case CLIENT_SECRET_BASIC -> ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
			case CLIENT_SECRET_POST -> ClientAuthenticationMethod.CLIENT_SECRET_POST;
		};
	}

	private static LaunchProblem problemOf(Discovery.Problem problem) {
		return switch (problem) {
			case UNREACHABLE -> LaunchProblem.EHR_UNREACHABLE;
			case UNUSABLE -> LaunchProblem.DISCOVERY_UNUSABLE;
			case FOREIGN_ENDPOINT -> LaunchProblem.FOREIGN_ENDPOINT;
		};
	}

}
