package org.twitchingreference.sandbox;

import java.net.URI;
import java.time.Duration;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** How the app is registered with the sandbox, once per kind of client. */
record SandboxClients(URI app, String secret) {

	RegisteredClient withoutSecret() {
		return registered(FhirBases.PUBLIC_CLIENT).clientAuthenticationMethod(ClientAuthenticationMethod.NONE).build();
	}

	RegisteredClient symmetric() {
		return registered(FhirBases.SYMMETRIC_CLIENT).clientSecret("{noop}" + this.secret)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
			.build();
	}

	private RegisteredClient.Builder registered(String clientId) {
		return RegisteredClient.withId(clientId)
			.clientId(clientId)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri(this.app + "/callback")
			.scopes((scopes) -> scopes.addAll(SandboxScopes.offered()))
			.clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
			.tokenSettings(TokenSettings.builder()
				.accessTokenTimeToLive(Duration.ofHours(1))
				.reuseRefreshTokens(false)
				.build());
	}

	/** Never prints the secret. */
	@Override
	public String toString() {
		return "SandboxClients[" + this.app + "]";
	}

}
