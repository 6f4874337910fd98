package org.twitchingreference.sandbox.fhir;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.twitchingreference.sandbox.ehr.FhirBase;
import org.twitchingreference.sandbox.ehr.FhirBases;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/**
 * Accepts an access token only at the FHIR base it was issued for, and until it is
 * revoked.
 */
class AudienceCheck implements AuthenticationManagerResolver<HttpServletRequest> {

	private final JwtDecoder decoder;

	private final FhirBases bases;

	private final OAuth2AuthorizationService authorizations;

	AudienceCheck(JwtDecoder decoder, FhirBases bases, OAuth2AuthorizationService authorizations) {
		this.decoder = decoder;
		this.authorizations = authorizations;
		this.bases = bases;
	}

	@Override
	public AuthenticationManager resolve(HttpServletRequest request) {
		FhirBase base = this.bases.covering(request.getRequestURI()).orElseThrow();
		return new JwtAuthenticationProvider((token) -> decode(token, base))::authenticate;
	}

	private Jwt decode(String token, FhirBase base) {
		Jwt jwt = this.decoder.decode(token);
		if (!Objects.requireNonNullElse(jwt.getAudience(), List.of()).contains(base.uri().toString())) {
			throw new BadJwtException("The token was issued for another FHIR base");
		}
		if (isRevoked(token)) {
			throw new BadJwtException("The token was revoked");
		}
		return jwt;
	}

	private boolean isRevoked(String token) {
		return Optional.ofNullable(this.authorizations.findByToken(token, OAuth2TokenType.ACCESS_TOKEN))
			.map(OAuth2Authorization::getAccessToken)
			.filter(OAuth2Authorization.Token::isInvalidated)
			.isPresent();
	}

}
