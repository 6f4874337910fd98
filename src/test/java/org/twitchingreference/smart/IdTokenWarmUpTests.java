package org.twitchingreference.smart;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.jwt.Jwt;

import static org.assertj.core.api.Assertions.assertThat;

class IdTokenWarmUpTests {

	/**
	 * As it would read one that an EHR signed; no launch could be opened with this one.
	 */
	@Test
	void verifiesAnIdTokenThatExpiredLongAgo() {
		Jwt idToken = new IdTokenWarmUp().idToken();

		assertThat(idToken.getSubject()).isEqualTo("nobody");
		assertThat(idToken.getExpiresAt()).isBefore(Instant.now());
	}

}
