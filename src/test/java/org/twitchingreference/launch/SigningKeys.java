package org.twitchingreference.launch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.twitchingreference.keys.RsaKeys;

/** The keys of a played EHR, and id_tokens signed with them rightly and wrongly. */
final class SigningKeys {

	private final RSAKey rsa;

	private final ECKey es256;

	private final ECKey es384;

	SigningKeys(String name) {
		this(name, RsaKeys.own());
	}

	private SigningKeys(String name, RSAKey rsa) {
		try {
			this.rsa = new RSAKey.Builder(rsa).keyID(name + "-rsa").build();
			this.es256 = new ECKeyGenerator(Curve.P_256).keyID(name + "-es256").generate();
			this.es384 = new ECKeyGenerator(Curve.P_384).keyID(name + "-es384").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Other keys, whatever their name is. */
	static SigningKeys other(String name) {
		return new SigningKeys(name, RsaKeys.other());
	}

	JWKSet published() {
		return new JWKSet(List.of(this.rsa, this.es256, this.es384)).toPublicJWKSet();
	}

	/** Claims that are right for the played app. */
	static JWTClaimsSet.Builder claims(String issuer, String nonce) {
		Instant now = Instant.now();
		return new JWTClaimsSet.Builder().issuer(issuer)
			.subject("secret-subject")
			.audience("played-app")
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(300)))
			.claim("nonce", nonce);
	}

	String sign(JWTClaimsSet claims) {
		return sign(claims, JWSAlgorithm.RS256);
	}

	/** Signed as its algorithm asks; by a shared secret of the public key for HS256. */
	String sign(JWTClaimsSet claims, JWSAlgorithm algorithm) {
		return sign(claims, algorithm, JOSEObjectType.JWT);
	}

	String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, JOSEObjectType type) {
		try {
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId(algorithm)).type(type).build(),
					claims);
			token.sign(signer(algorithm));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Signs claims as they are written. */
	String signText(String claims) {
		try {
			JWSObject token = new JWSObject(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(this.rsa.getKeyID())
				.type(JOSEObjectType.JWT)
				.build(), new Payload(claims));
			token.sign(new RSASSASigner(this.rsa));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String keyId(JWSAlgorithm algorithm) {
		if (algorithm.equals(JWSAlgorithm.ES256)) {
			return this.es256.getKeyID();
		}
		return algorithm.equals(JWSAlgorithm.ES384) ? this.es384.getKeyID() : this.rsa.getKeyID();
	}

	private JWSSigner signer(JWSAlgorithm algorithm) throws JOSEException {
		if (JWSAlgorithm.Family.HMAC_SHA.contains(algorithm)) {
			return new MACSigner(this.rsa.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8));
		}
		if (JWSAlgorithm.Family.EC.contains(algorithm)) {
			return new ECDSASigner(algorithm.equals(JWSAlgorithm.ES256) ? this.es256 : this.es384);
		}
		return new RSASSASigner(this.rsa);
	}

}
