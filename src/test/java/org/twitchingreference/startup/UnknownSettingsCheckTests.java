package org.twitchingreference.startup;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class UnknownSettingsCheckTests {

	@ParameterizedTest
	@CsvSource({ "twitching.basurl, twitching.base-url", "twitching.rates.per-adress, twitching.rates.per-address",
			"twitching.fhir.retry.mots, twitching.fhir.retry.most" })
	void refusesASettingThatNothingReads(String name, String meant) {
		assertThatExceptionOfType(StartupException.class).isThrownBy(() -> look(name, false))
			.withMessageContaining("Nothing reads the setting " + name)
			.withMessageContaining("perhaps " + meant + " is meant")
			.withMessageNotContaining("secret-value");
	}

	@Test
	void refusesAVariableThatNothingReads() {
		assertThatExceptionOfType(StartupException.class).isThrownBy(() -> look("TWITCHING_BASE_ULR", true))
			.withMessageContaining("Nothing reads the setting TWITCHING_BASE_ULR of the environment")
			.withMessageContaining("perhaps twitching.base-url is meant");
	}

	@ParameterizedTest
	@ValueSource(strings = { "twitching.base-url", "twitching.baseUrl", "twitching.fhir.retry.never[0]",
			"twitching.fhir.per-launch", "twitching.fhir.trust", "server.port", "twitchings.other" })
	void takesOthers(String name) {
		assertThatNoException().isThrownBy(() -> look(name, false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "TWITCHING_BASE_URL", "TWITCHING_BASEURL", "TWITCHING_FHIR_RETRY_NEVER_0",
			"TWITCHING_AUDIT_KEY_FILE", "TWITCHING_REFERENCE_SERVICE_HOST", "TWITCHING_REFERENCE_PORT_8080_TCP_ADDR",
			"TWITCHING_PORT", "PATH" })
	void takesOtherVariables(String name) {
		assertThatNoException().isThrownBy(() -> look(name, true));
	}

	private static void look(String name, boolean variable) {
		StandardEnvironment environment = new StandardEnvironment();
		Map<String, Object> values = Map.of(name, "secret-value");
		environment.getPropertySources()
			.addFirst(variable ? new SystemEnvironmentPropertySource("test-systemEnvironment", values)
					: new MapPropertySource("test", values));
		new UnknownSettingsCheck().onApplicationEvent(new ApplicationEnvironmentPreparedEvent(
				new DefaultBootstrapContext(), new SpringApplication(), new String[0], environment));
	}

}
