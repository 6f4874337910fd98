package org.twitchingreference.keys;

import java.time.Instant;

import com.nimbusds.jose.jwk.JWK;

/** Makes one new key that signs from then on; tests make them faster. */
@FunctionalInterface
interface KeyMaker {

	/** Really new ones. */
	KeyMaker NEW = SigningAlgorithm::generate;

	JWK make(SigningAlgorithm algorithm, Instant now, Instant signsFrom);

}
