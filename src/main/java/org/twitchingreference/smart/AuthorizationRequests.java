package org.twitchingreference.smart;

import java.util.Map;
import java.util.Set;

import org.twitchingreference.registration.EhrRegistration;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;

/**
 * Prepares the authorization request of a launch: "aud", the "launch" parameter of a
 * launch from a chart, "state", scopes, and always PKCE with S256.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/app-launch.html">SMART App
 * Launch 2.2, obtain authorization code</a>
 */
@Component
public class AuthorizationRequests {

	private static final String AUD = "aud";

	private final SmartDiscovery discovery;

	private final LaunchProperties properties;

	AuthorizationRequests(SmartDiscovery discovery, LaunchProperties properties) {
		this.discovery = discovery;
		this.properties = properties;
	}

	/** For a launch from a chart; the launch parameter is the EHR's handle for it. */
	public PendingAuthorization fromChart(EhrRegistration registration, String issuer, String launch) {
		if (!registration.launchesFromCharts()) {
			throw new LaunchException(LaunchProblem.NOT_OFFERED);
		}
		return prepare(registration, issuer, registration.scopesFromChart(), Map.of(AUD, issuer, "launch", launch));
	}

	/** For a standalone launch: the EHR asks for the patient. */
	public PendingAuthorization standalone(EhrRegistration registration, String issuer) {
		if (!registration.launchesStandalone()) {
			throw new LaunchException(LaunchProblem.NOT_OFFERED);
		}
		return prepare(registration, issuer, registration.scopesStandalone(), Map.of(AUD, issuer));
	}

	private PendingAuthorization prepare(EhrRegistration registration, String issuer, Set<String> scopes,
			Map<String, Object> context) {
		SmartConfiguration configuration = this.discovery.discover(registration, issuer)
			.orElseThrow((problem) -> new LaunchException(problemOf(problem)));
		ClientRegistration client = client(registration, configuration, scopes);
		return new PendingAuthorization(registration, issuer, configuration, client,
				request(client, configuration, context), "__Secure-pending-" + RandomSecrets.random(),
				RandomSecrets.random());
	}

	private OAuth2AuthorizationRequest request(ClientRegistration client, SmartConfiguration configuration,
			Map<String, Object> context) {
		OAuth2AuthorizationRequest.Builder request = OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri(configuration.authorizationEndpoint().toString())
			.clientId(client.getClientId())
			.redirectUri(client.getRedirectUri())
			.scopes(client.getScopes())
			.state(RandomSecrets.random())
			.additionalParameters(context)
			.additionalParameters((parameters) -> {
				// OpenID Connect Core 1.0, section 3.1.2.1; an id_token comes only with
				// the scope openid
				if (client.getScopes().contains(OidcScopes.OPENID)) {
					parameters.put(IdTokens.NONCE, RandomSecrets.random());
				}
			});
		OAuth2AuthorizationRequestCustomizers.withPkce().accept(request);
		return request.build();
	}

	private ClientRegistration client(EhrRegistration registration, SmartConfiguration configuration,
			Set<String> scopes) {
		return ClientRegistration.withRegistrationId(registration.id())
			.clientId(registration.clientId())
			.clientSecret(registration.clientSecret().orElse(""))
			.clientAuthenticationMethod(method(registration))
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri(this.properties.redirectUri())
			.scope(scopes)
			.authorizationUri(configuration.authorizationEndpoint().toString())
			.tokenUri(configuration.tokenEndpoint().toString())
			.build();
	}

	private static ClientAuthenticationMethod method(EhrRegistration registration) {
		return switch (registration.authentication()) {
			case NONE -> ClientAuthenticationMethod.NONE;
			case CLIENT_SECRET_BASIC -> ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
			case CLIENT_SECRET_POST -> ClientAuthenticationMethod.CLIENT_SECRET_POST;
			case PRIVATE_KEY_JWT -> ClientAuthenticationMethod.PRIVATE_KEY_JWT;
		};
	}

	private static LaunchProblem problemOf(DiscoveryResult.Problem problem) {
		return switch (problem) {
			case UNREACHABLE -> LaunchProblem.EHR_UNREACHABLE;
			case REFUSED_ADDRESS -> LaunchProblem.REFUSED_ADDRESS;
			case UNUSABLE -> LaunchProblem.DISCOVERY_UNUSABLE;
			case FOREIGN_ENDPOINT -> LaunchProblem.FOREIGN_ENDPOINT;
		};
	}

}
