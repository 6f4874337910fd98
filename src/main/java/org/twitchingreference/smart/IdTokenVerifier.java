package org.twitchingreference.smart;

import java.net.URI;
import java.text.ParseException;
import java.util.Collection;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import org.twitchingreference.registration.EhrRegistration;

import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Verifies who signed an id_token: by an algorithm that the registration accepts and a
 * key of its issuer.
 */
record IdTokenVerifier(IssuerKeys keys, AuthorizationServerMetadata servers) {

	/**
	 * The token; throws a LaunchException with the problem if its signature cannot be
	 * verified.
	 */
	Jwt verified(PendingAuthorization authorization, String token) {
		EhrRegistration registration = authorization.registration();
		checkAlgorithm(registration, token);
		URI keys = authorization.configuration()
			.keys()
			.or(() -> this.servers.keys(registration, issuer(authorization)))
			.orElseThrow(() -> new LaunchException(LaunchProblem.ID_TOKEN_KEYS_MISSING));
		try {
			return decoded(this.keys.at(keys, registration), registration.idToken().algorithms(), token);
		}
		catch (BadJwtException ex) {
			throw new LaunchException(LaunchProblem.ID_TOKEN_SIGNATURE);
		}
		catch (JwtException ex) {
			throw LaunchException.of(LaunchProblem.ID_TOKEN_KEYS_MISSING, IssuerKeys.fault(ex));
		}
	}

	/** The token, decoded; throws BadJwtException if none of the keys signed it. */
	static Jwt decoded(JWKSource<SecurityContext> keys, Collection<String> accepted, String token) {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
			.jwsAlgorithms((algorithms) -> accepted.forEach((name) -> algorithms.add(SignatureAlgorithm.from(name))))
			.build();
		// Claims are checked afterwards one by one, so that the page can name the problem
		decoder.setJwtValidator((jwt) -> ExpectedClaims.ACCEPTED);
		return decoder.decode(token);
	}

	/**
	 * Refuses other algorithms, "none" and shared secrets among them, and claims that
	 * cannot be read or stand there twice, before any key is fetched.
	 */
	private static void checkAlgorithm(EhrRegistration registration, String token) {
		try {
			JWT idToken = JWTParser.parse(token);
			if (!registration.idToken().algorithms().contains(idToken.getHeader().getAlgorithm().getName())) {
				throw new LaunchException(LaunchProblem.ID_TOKEN_ALGORITHM);
			}
			idToken.getJWTClaimsSet();
		}
		catch (ParseException ex) {
			throw new LaunchException(LaunchProblem.ID_TOKEN_UNREADABLE);
		}
	}

	/** The issuer that the registration or discovery names, else the FHIR base. */
	static String issuer(PendingAuthorization authorization) {
		return authorization.registration()
			.idToken()
			.issuer(authorization.registration().answers().issuer().or(authorization.configuration()::issuer),
					authorization.issuer());
	}

}
