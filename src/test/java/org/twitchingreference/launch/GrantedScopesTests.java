package org.twitchingreference.launch;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GrantedScopesTests {

	@ParameterizedTest
	@ValueSource(strings = { "patient/Observation.read", "patient/Observation.*", "patient/*.read", "patient/*.*",
			"user/Observation.read", "patient/Observation.rs", "patient/Observation.r", "patient/Observation.s",
			"patient/*.rs", "user/*.cruds", "patient/Observation.rs?category=laboratory" })
	void allowReading(String scope) {
		assertThat(new GrantedScopes(Set.of("launch", scope)).allowReading("Observation")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "launch", "patient/Observation.write", "patient/Observation.cud", "patient/Condition.rs",
			"patient/Observation", "patient/Observation.", "patient/Observation.sr", "system/Observation.read",
			"patient/ObservationDefinition.rs", "Observation.read", "patient/observation.rs" })
	void doNotAllowReading(String scope) {
		assertThat(new GrantedScopes(Set.of(scope)).allowReading("Observation")).isFalse();
	}

	@Test
	void areAsRequestedWhenTheEhrNamesNone() {
		assertThat(new GrantedScopes(Set.of()).allowReading("Observation")).isTrue();
	}

}
