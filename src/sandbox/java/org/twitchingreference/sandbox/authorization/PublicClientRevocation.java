package org.twitchingreference.sandbox.authorization;

import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Lets a public client revoke its own tokens (RFC 7009, section 2.1); Spring's server
 * allows that only to confidential clients.
 */
record PublicClientRevocation(RegisteredClientRepository clients,
		String path) implements AuthenticationConverter, AuthenticationProvider {

	private static final String REVOKING = "revoking";

	@Override
	public @Nullable Authentication convert(HttpServletRequest request) {
		String clientId = request.getParameter("client_id");
		boolean alone = request.getParameter("client_secret") == null && request.getHeader("Authorization") == null
				&& request.getParameter("client_assertion") == null;
		return (clientId != null && alone && request.getRequestURI().equals(this.path))
				? new OAuth2ClientAuthenticationToken(clientId, ClientAuthenticationMethod.NONE, null,
						Map.of(REVOKING, true))
				: null;
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) {
		OAuth2ClientAuthenticationToken token = (OAuth2ClientAuthenticationToken) authentication;
		if (!token.getAdditionalParameters().containsKey(REVOKING)) {
			return null;
		}
		RegisteredClient client = Optional.ofNullable(this.clients.findByClientId(token.getPrincipal().toString()))
			.filter((known) -> known.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE))
			.orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT));
		return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
