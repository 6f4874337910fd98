package org.twitchingreference.smart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Objects;
import java.util.Set;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import org.twitchingreference.startup.WarmUp;

import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Reads an id_token that nobody issued, by keys as an EHR publishes them, both from
 * "warm-up-id-token.json". The private key was forgotten when the token was signed, the
 * token expired a minute after its issue, and its key is nowhere among those that
 * id_tokens of launches are verified with. Making a key here would take longer than all
 * the rest.
 */
@Component
final class IdTokenWarmUp implements WarmUp {

	private static final String FILE = "/warm-up-id-token.json";

	@Override
	public void run() {
		idToken();
	}

	/** The token, whose signature was verified. */
	Jwt idToken() {
		try (InputStream file = Objects.requireNonNull(IdTokenWarmUp.class.getResourceAsStream(FILE))) {
			JWKSet keys = JWKSet.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
			String token = Objects.toString(keys.getAdditionalMembers().get(OidcParameterNames.ID_TOKEN));
			return IdTokenVerifier.decoded(new ImmutableJWKSet<>(keys), Set.of(JWSAlgorithm.RS256.getName()), token);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (ParseException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
