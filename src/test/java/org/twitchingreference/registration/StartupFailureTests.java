package org.twitchingreference.registration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twitchingreference.http.HttpConfiguration;

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
		assertThatException().isThrownBy(() -> start("--launch-config=nowhere"));

		assertThat(output).contains("In nowhere, put one .yml file per EHR into this directory")
			.doesNotContain("\tat org.");
	}

	@Test
	void saysWhatToSetInsteadOfAWrongValue(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start("--twitching.fhir.per-launch=0"));

		assertThat(output).contains("Set twitching.fhir.per-launch and .per-ehr to one or more")
			.doesNotContain("\tat org.");
	}

	@ParameterizedTest
	@CsvSource({ "twitching.fhir.read-timeout, Set twitching.fhir.read-timeout to a time with its unit",
			"twitching.fhir.maximum-body, Set twitching.fhir.maximum-body to a size with its unit",
			"twitching.fhir.per-ehr, Set twitching.fhir.per-ehr to a whole number",
			"twitching.fhir.per-er, Nothing reads the setting twitching.fhir.per-er of the command line",
			"twitching.fhir.trust, Define the SSL bundle" })
	void aValueThatIsNoneIsASentence(String setting, String sentence, CapturedOutput output) {
		assertThatException().isThrownBy(() -> start("--" + setting + "=nonsense"));

		assertThat(output).contains(sentence).doesNotContain("\tat org.", "java.lang");
	}

	@Test
	void warnsOfASharedRedirectUri(CapturedOutput output, @TempDir Path folder) throws IOException {
		String file = Files.readString(Path.of("launch-config/sandbox.yml"));
		Files.writeString(folder.resolve("new.yml"), file);

		start("--launch-config=" + folder);
		assertThat(output).doesNotContain("redirect URI");

		Files.writeString(folder.resolve("old.yml"),
				file.replace("9090/fhir", "9091/fhir") + "shared-redirect-uri: true");
		start("--launch-config=" + folder);
		assertThat(output).contains("WARN").contains("share the redirect URI /callback").contains(": old. Register");
	}

	private static void start(String setting) {
		SpringApplication application = new SpringApplication(RegistrationConfiguration.class, HttpConfiguration.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.run(setting);
	}

}
