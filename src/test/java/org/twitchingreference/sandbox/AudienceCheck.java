package org.twitchingreference.sandbox;

import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/** Accepts an access token only at the FHIR base it was issued for. */
class AudienceCheck implements AuthenticationManagerResolver<HttpServletRequest> {

	private final JwtDecoder decoder;

	private final FhirBases bases;

	AudienceCheck(JwtDecoder decoder, FhirBases bases) {
		this.decoder = decoder;
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
		return jwt;
	}

}
