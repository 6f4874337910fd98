package org.twitchingreference.keys;

import java.time.Instant;

import com.nimbusds.jose.jwk.JWK;

/** Makes one new key that may sign from the given time; tests use a faster one. */
@FunctionalInterface
interface KeyMaker {

	/** Generates a random key. */
	KeyMaker NEW = SigningAlgorithm::generate;

	JWK make(SigningAlgorithm algorithm, Instant now, Instant signsFrom);

}
