package org.twitchingreference.sandbox.authorization;

import java.net.URI;
import java.util.List;

import org.twitchingreference.sandbox.ehr.AuthorizationProfile;
import org.twitchingreference.sandbox.ehr.FhirBase;
import org.twitchingreference.sandbox.ehr.FhirBases;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The app's registrations at the sandbox, one client for each FHIR base; its public keys
 * are fetched from the address at which it publishes them.
 */
public record SandboxClients(URI app, URI keys, String secret) {

	/** The app's origin, from which its messages to the chart page come. */
	public String origin() {
		return this.app.getScheme() + "://" + this.app.getAuthority();
	}

	/** The client of each FHIR base. */
	List<RegisteredClient> of(FhirBases bases) {
		return bases.all().stream().map(this::of).toList();
	}

	private RegisteredClient of(FhirBase base) {
		AuthorizationProfile access = base.ehr().access();
		RegisteredClient.Builder client = registered(base, access).clientAuthenticationMethod(base.method());
		if (base.method().equals(ClientAuthenticationMethod.NONE)) {
			return client.build();
		}
		client.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN);
		return base.method().equals(ClientAuthenticationMethod.PRIVATE_KEY_JWT) ? client.build()
				: client.clientSecret(this.secret).build();
	}

	private RegisteredClient.Builder registered(FhirBase base, AuthorizationProfile access) {
		return RegisteredClient.withId(base.clientId())
			.clientId(base.clientId())
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri(this.app + "/callback/" + base.registration())
			.scopes((scopes) -> scopes.addAll(SandboxScopes.offered(access.knowsWildcards())))
			.clientSettings(ClientSettings.builder()
				.requireProofKey(true)
				.requireAuthorizationConsent(false)
				.jwkSetUrl(this.keys.toString())
				.build())
			.tokenSettings(TokenSettings.builder()
				.accessTokenTimeToLive(access.tokenLife())
				.reuseRefreshTokens(!access.renewsRefreshTokens())
				.build());
	}

	/** Never prints the secret. */
	@Override
	public String toString() {
		return "SandboxClients[" + this.app + "]";
	}

}
