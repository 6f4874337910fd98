package org.twitchingreference.sandbox.authorization;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.token.OAuth2RefreshTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/**
 * Issues a refresh token only if the scopes include online_access or offline_access, as
 * SMART requires.
 */
class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {

	private final OAuth2RefreshTokenGenerator generator = new OAuth2RefreshTokenGenerator();

	@Override
	public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
		boolean asked = context.getAuthorizedScopes().stream().anyMatch(SandboxScopes.REFRESHING::contains);
		return asked ? this.generator.generate(context) : null;
	}

}
