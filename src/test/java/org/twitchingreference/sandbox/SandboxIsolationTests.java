package org.twitchingreference.sandbox;

import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;

import static org.assertj.core.api.Assertions.assertThat;

class SandboxIsolationTests {

	@Test
	void theComponentScanOfTheApplicationFindsNothingHere() {
		assertThat(new ClassPathScanningCandidateComponentProvider(true)
			.findCandidateComponents(SandboxEhr.class.getPackageName())).isEmpty();
	}

}
