package org.twitchingreference.smart;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.IdTokenRules.NonceRule;
import org.twitchingreference.registration.IssuerPattern;
import org.twitchingreference.smart.discovery.DiscoveryResult;
import org.twitchingreference.smart.discovery.SmartConfiguration;
import org.twitchingreference.smart.discovery.SmartDiscovery;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
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

	private final OAuthClients clients;

	AuthorizationRequests(SmartDiscovery discovery, LaunchProperties properties) {
		this.discovery = discovery;
		this.clients = new OAuthClients(properties);
	}

	/**
	 * For a launch from a chart. Issuer and handle go back as they came, letter by
	 * letter: some EHRs compare them so.
	 */
	public PendingAuthorization fromChart(EhrRegistration registration, String iss, String launch) {
		if (!registration.launchesFromCharts()) {
			throw new LaunchException(LaunchProblem.NOT_OFFERED);
		}
		return prepare(registration, registration.scopesFromChart(), Map.of(AUD, iss, "launch", launch));
	}

	/** For a standalone launch: the EHR asks for the patient. */
	public PendingAuthorization standalone(EhrRegistration registration, String iss) {
		if (!registration.launchesStandalone()) {
			throw new LaunchException(LaunchProblem.NOT_OFFERED);
		}
		return prepare(registration, registration.scopesStandalone(), Map.of(AUD, iss));
	}

	/**
	 * Restores an authorization that this or another node has prepared; empty if its
	 * registration has changed since and no longer allows its addresses.
	 */
	public Optional<PendingAuthorization> restore(EhrRegistration registration, SavedAuthorization saved) {
		SmartConfiguration configuration = saved.configuration();
		if (!registration.hasIssuer(saved.issuer()) || !registration.allows(configuration.authorizationEndpoint())
				|| !registration.allows(configuration.tokenEndpoint())) {
			return Optional.empty();
		}
		ClientRegistration client = this.clients.of(registration, configuration, saved.scopes());
		OAuth2AuthorizationRequest request = OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri(configuration.authorizationEndpoint().toString())
			.clientId(client.getClientId())
			.redirectUri(client.getRedirectUri())
			.scopes(client.getScopes())
			.state(saved.state())
			.additionalParameters(Map.copyOf(saved.parameters()))
			.attributes(Map.copyOf(saved.attributes()))
			.build();
		return Optional.of(new PendingAuthorization(registration, saved.issuer(), configuration, client, request,
				saved.cookieName(), saved.cookieSecret()));
	}

	private PendingAuthorization prepare(EhrRegistration registration, Set<String> scopes,
			Map<String, String> context) {
		String issuer = IssuerPattern.normalise(context.getOrDefault(AUD, ""));
		SmartConfiguration configuration = this.discovery.discover(registration, issuer)
			.orElseThrow((failed) -> LaunchException.of(problemOf(failed.problem()), failed.fault()));
		ClientRegistration client = this.clients.of(registration, configuration, scopes);
		return new PendingAuthorization(registration, issuer, configuration, client,
				request(client, configuration, context, registration.idToken().nonce() != NonceRule.OFF), "",
				RandomSecrets.random());
	}

	private OAuth2AuthorizationRequest request(ClientRegistration client, SmartConfiguration configuration,
			Map<String, String> context, boolean withNonce) {
		OAuth2AuthorizationRequest.Builder request = OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri(configuration.authorizationEndpoint().toString())
			.clientId(client.getClientId())
			.redirectUri(client.getRedirectUri())
			.scopes(client.getScopes())
			.state(RandomSecrets.random())
			.additionalParameters(Map.copyOf(context))
			.additionalParameters((parameters) -> {
				// OpenID Connect Core 1.0, section 3.1.2.1; an id_token comes only with
				// the scope openid
				if (withNonce && client.getScopes().contains(OidcScopes.OPENID)) {
					parameters.put(IdTokenReader.NONCE, RandomSecrets.random());
				}
			});
		OAuth2AuthorizationRequestCustomizers.withPkce().accept(request);
		String endpoint = configuration.authorizationEndpoint().toString();
		return request.authorizationRequestUri((uri) -> withPlusEncoded(uri.build(), endpoint)).build();
	}

	/**
	 * Encodes the "+" of parameters, which Spring leaves and servers read as a space.
	 */
	private static URI withPlusEncoded(URI request, String endpoint) {
		String parameters = request.toString().substring(endpoint.length());
		return URI.create(endpoint + parameters.replace("+", "%2B"));
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
