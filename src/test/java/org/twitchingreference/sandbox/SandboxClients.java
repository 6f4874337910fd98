package org.twitchingreference.sandbox;

import java.net.URI;
import java.util.List;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** How the app is registered with the sandbox, once per kind of client. */
record SandboxClients(URI app, String secret) {

	/** The client of each FHIR base. */
	List<RegisteredClient> of(FhirBases bases) {
		return bases.all().stream().map(this::of).toList();
	}

	private RegisteredClient of(FhirBase base) {
		Access access = base.ehr().access();
		ClientAuthenticationMethod method = base.clientId().equals(FhirBases.SYMMETRIC_CLIENT)
				? ClientAuthenticationMethod.CLIENT_SECRET_BASIC : access.client();
		RegisteredClient.Builder client = registered(base.clientId(), access).clientAuthenticationMethod(method);
		if (method.equals(ClientAuthenticationMethod.NONE)) {
			return client.build();
		}
		return client.clientSecret("{noop}" + this.secret)
			.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
			.build();
	}

	private RegisteredClient.Builder registered(String clientId, Access access) {
		return RegisteredClient.withId(clientId)
			.clientId(clientId)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri(this.app + "/callback")
			.scopes((scopes) -> scopes.addAll(SandboxScopes.offered(access.knowsWildcards())))
			.clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
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
