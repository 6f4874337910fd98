package org.twitchingreference.operations;

import org.junit.jupiter.api.Test;
import org.twitchingreference.startup.StartupException;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class OperationsSecurityTests {

	@Test
	void refusesToShareThePortOfTheLaunches() {
		assertThatExceptionOfType(StartupException.class).isThrownBy(() -> start("8081", "8081"))
			.withMessage("Set management.server.port to another port than server.port.");
		assertThatNoException().isThrownBy(() -> start("8080", "8081"));
	}

	private static void start(String port, String managementPort) {
		new OperationsSecurity(new MockEnvironment().withProperty("server.port", port)
			.withProperty("management.server.port", managementPort));
	}

}
