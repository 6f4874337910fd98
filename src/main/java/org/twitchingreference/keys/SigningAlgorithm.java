package org.twitchingreference.keys;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.JWKGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/**
 * The two algorithms that a client of SMART App Launch 2.2 supports for its assertions
 * (client-confidential-asymmetric, "Registering a client").
 */
public enum SigningAlgorithm {

	/** RSA, PKCS #1 v1.5, SHA-384. */
	RS384 {

		@Override
		boolean fits(JWK key) {
			return key instanceof RSAKey && key.size() >= SHORTEST_RSA;
		}

		@Override
		JWKGenerator<? extends JWK> generator() {
			return new RSAKeyGenerator(GENERATED_RSA);
		}

	},
	/** ECDSA on P-384, SHA-384. */
	ES384 {

		@Override
		boolean fits(JWK key) {
			return key instanceof ECKey curve && Curve.P_384.equals(curve.getCurve());
		}

		@Override
		JWKGenerator<? extends JWK> generator() {
			return new ECKeyGenerator(Curve.P_384);
		}

	};

	/** The fewest bits of an RSA key (RFC 7518, section 3.3). */
	private static final int SHORTEST_RSA = 2048;

	private static final int GENERATED_RSA = 3072;

	/** The algorithm of the key: the one it names, or else the one that fits its type. */
	static Optional<SigningAlgorithm> of(JWK key) {
		return Arrays.stream(values())
			.filter((algorithm) -> algorithm.fits(key))
			.filter((algorithm) -> key.getAlgorithm() == null || algorithm.jws().equals(key.getAlgorithm()))
			.findFirst();
	}

	abstract boolean fits(JWK key);

	abstract JWKGenerator<? extends JWK> generator();

	JWSAlgorithm jws() {
		return JWSAlgorithm.parse(name());
	}

	/**
	 * A new key that may sign from the given time; its id is its thumbprint (RFC 7638).
	 */
	JWK generate(Instant now, Instant signsFrom) {
		try {
			return generator().algorithm(jws())
				.keyUse(KeyUse.SIGNATURE)
				.keyIDFromThumbprint(true)
				.issueTime(Date.from(now))
				.notBeforeTime(Date.from(signsFrom))
				.generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("This Java knows no " + this + " keys");
		}
	}

}
