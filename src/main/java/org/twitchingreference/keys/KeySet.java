package org.twitchingreference.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;

/**
 * The keys of this server. A new key is published before it signs; the one before it
 * stays published until everything it signed has expired.
 */
record KeySet(List<SigningKey> keys) {

	/**
	 * How long an old key stays published after the new one begins to sign: far longer
	 * than an assertion is valid and than clocks differ.
	 */
	private static final Duration PUBLISHED_AFTERWARDS = Duration.ofDays(1);

	KeySet {
		keys = List.copyOf(keys);
	}

	/** One new key for each algorithm. */
	static KeySet generate(KeyMaker maker, Instant now) {
		return new KeySet(newKeys(maker, now, now).toList());
	}

	/** The newest key of the algorithm that may sign now. */
	Optional<SigningKey> signing(SigningAlgorithm algorithm, Instant now) {
		return of(algorithm).filter((key) -> key.maySign(now)).max(Comparator.comparing(SigningKey::signsFrom));
	}

	/** The public keys of all keys that sign, will sign, or signed recently. */
	List<JWK> published(Instant now) {
		return this.keys.stream().filter((key) -> key.isPublished(now)).map(SigningKey::publicKey).toList();
	}

	/** Whether there is a key that may not sign yet. */
	boolean isRotating(Instant now) {
		return this.keys.stream().anyMatch((key) -> key.signsFrom().isAfter(now));
	}

	/**
	 * Adds new keys that sign from the given time, and removes those that are no longer
	 * published.
	 */
	KeySet rotated(KeyMaker maker, Instant now, Duration after) {
		Instant signsFrom = now.plus(after);
		Stream<SigningKey> old = this.keys.stream()
			.filter((key) -> key.isPublished(now))
			.map((key) -> key.until(signsFrom.plus(PUBLISHED_AFTERWARDS)));
		return new KeySet(Stream.concat(old, newKeys(maker, now, signsFrom)).toList());
	}

	/** The JWK set with the private keys, for the file. */
	String toJson() {
		return new JWKSet(this.keys.stream().map(SigningKey::jwk).toList()).toString(false);
	}

	private Stream<SigningKey> of(SigningAlgorithm algorithm) {
		return this.keys.stream().filter((key) -> key.algorithm() == algorithm);
	}

	private static Stream<SigningKey> newKeys(KeyMaker maker, Instant now, Instant signsFrom) {
		return Arrays.stream(SigningAlgorithm.values())
			.map((algorithm) -> new SigningKey(algorithm, maker.make(algorithm, now, signsFrom)));
	}

	/** Never prints a key. */
	@Override
	public String toString() {
		return "KeySet" + this.keys;
	}

}
