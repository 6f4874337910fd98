package org.twitchingreference.keys;

import java.time.Instant;

import com.nimbusds.jose.jwk.JWK;

/**
 * Makes one new key that is valid for signing from the given time; tests use one that is
 * faster.
 */
@FunctionalInterface
interface KeyMaker {

	/** Generates a random key. */
	KeyMaker NEW = SigningAlgorithm::generate;

	JWK make(SigningAlgorithm algorithm, Instant now, Instant signsFrom);

}
