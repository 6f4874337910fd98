package org.twitchingreference.keys;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import org.jspecify.annotations.Nullable;

/**
 * One private key: its algorithm, from when it signs, and until when its public key is
 * published. The two times are "nbf" and "exp" of the JWK.
 */
record SigningKey(SigningAlgorithm algorithm, JWK jwk) {

	/** The key; empty when it is public, not for signing, or of an unknown algorithm. */
	static Optional<SigningKey> of(JWK key) {
		boolean signs = key.isPrivate() && (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()));
		return SigningAlgorithm.of(key).filter((algorithm) -> signs).map((algorithm) -> of(algorithm, key));
	}

	/** The key; its id is its thumbprint when it has none. */
	private static SigningKey of(SigningAlgorithm algorithm, JWK key) {
		String name = (key.getKeyID() != null) ? key.getKeyID() : thumbprint(key);
		return new SigningKey(algorithm, with(algorithm, key, name, key.getExpirationTime()));
	}

	String id() {
		return this.jwk.getKeyID();
	}

	Instant signsFrom() {
		return Optional.ofNullable(this.jwk.getNotBeforeTime()).map(Date::toInstant).orElse(Instant.EPOCH);
	}

	/** When it is no longer published; empty while no other key takes over. */
	Optional<Instant> publishedUntil() {
		return Optional.ofNullable(this.jwk.getExpirationTime()).map(Date::toInstant);
	}

	boolean isPublished(Instant now) {
		return publishedUntil().filter((end) -> !now.isBefore(end)).isEmpty();
	}

	boolean maySign(Instant now) {
		return isPublished(now) && !now.isBefore(signsFrom());
	}

	/**
	 * This key, published until the given time, or until its own end if that is earlier.
	 */
	SigningKey until(Instant end) {
		Instant earlier = publishedUntil().filter((own) -> own.isBefore(end)).orElse(end);
		return new SigningKey(this.algorithm, with(this.algorithm, this.jwk, id(), Date.from(earlier)));
	}

	/** The public key that EHRs verify with, with id and algorithm and nothing else. */
	JWK publicKey() {
		return (this.jwk instanceof RSAKey rsa)
				? new RSAKey.Builder(rsa.getModulus(), rsa.getPublicExponent()).algorithm(this.algorithm.jws())
					.keyUse(KeyUse.SIGNATURE)
					.keyID(id())
					.build()
				: publicKey(this.jwk.toECKey());
	}

	private JWK publicKey(ECKey curve) {
		return new ECKey.Builder(curve.getCurve(), curve.getX(), curve.getY()).algorithm(this.algorithm.jws())
			.keyUse(KeyUse.SIGNATURE)
			.keyID(id())
			.build();
	}

	private static JWK with(SigningAlgorithm algorithm, JWK key, String id, @Nullable Date end) {
		return (key instanceof RSAKey rsa)
				? new RSAKey.Builder(rsa).algorithm(algorithm.jws()).keyID(id).expirationTime(end).build()
				: new ECKey.Builder(key.toECKey()).algorithm(algorithm.jws()).keyID(id).expirationTime(end).build();
	}

	private static String thumbprint(JWK key) {
		try {
			return key.computeThumbprint().toString();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("This Java knows no SHA-256");
		}
	}

	/** Never prints the key. */
	@Override
	public String toString() {
		return this.algorithm + " " + id();
	}

}
