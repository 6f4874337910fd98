package org.twitchingreference.smart;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.twitchingreference.startup.WarmUp;

import org.springframework.stereotype.Component;

/**
 * Reads an id_token that nobody issued, by keys as an EHR publishes them. The key that
 * signs it is forgotten at once, and is nowhere among those that id_tokens are verified
 * with.
 */
@Component
final class IdTokenWarmUp implements WarmUp {

	private static final int BITS = 2048;

	@Override
	public void run() {
		try {
			RSAKey key = new RSAKeyGenerator(BITS).keyID("warm-up").generate();
			JWKSet published = JWKSet.parse(new JWKSet(key.toPublicJWK()).toString());
			IdTokens.decoded(new ImmutableJWKSet<>(published), Set.of(JWSAlgorithm.RS256.getName()), token(key));
		}
		catch (JOSEException | ParseException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String token(RSAKey key) throws JOSEException {
		Instant now = Instant.now();
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
				new JWTClaimsSet.Builder().issuer("https://nobody.invalid")
					.subject("nobody")
					.audience("nobody")
					.issueTime(Date.from(now))
					.expirationTime(Date.from(now.plusSeconds(60)))
					.build());
		token.sign(new RSASSASigner(key));
		return token.serialize();
	}

}
