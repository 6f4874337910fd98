package org.twitchingreference.registration;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@ExtendWith(OutputCaptureExtension.class)
class StartupFailureTests {

	@Test
	void endsWithASentenceAndNoStackTrace(CapturedOutput output) {
		SpringApplication application = new SpringApplication(RegistrationConfiguration.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setDefaultProperties(Map.of("launch-config", "nowhere"));

		assertThatException().isThrownBy(application::run);

		assertThat(output).contains("Create the directory nowhere with one .yml file per EHR")
			.doesNotContain("\tat org.");
	}

}
