package org.twitchingreference.smart;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatNoException;

class IdTokenWarmUpTests {

	/** As it would read one that an EHR signed. */
	@Test
	void verifiesAnIdToken() {
		assertThatNoException().isThrownBy(new IdTokenWarmUp()::run);
	}

}
