package org.twitchingreference.startup;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class CommandLineCheckTests {

	@ParameterizedTest
	@CsvSource({ "sever.port, server.port", "server.prot, server.port", "managment.server.port, management.server.port",
			"sever.servlet.context-path, server.servlet.context-path",
			"server.forwarded-headers-strategy, server.forward-headers-strategy" })
	void saysWhichOptionIsMisspelt(String written, String meant, CapturedOutput output) {
		look("--" + written + "=s3cret");

		assertThat(output).contains("There is no setting for the option --" + written + "; perhaps --" + meant)
			.doesNotContain("s3cret");
	}

	@ParameterizedTest
	@ValueSource(strings = { "no.such.option", "serverport" })
	void saysOfOthersThatNothingReadsThem(String written, CapturedOutput output) {
		look("--" + written + "=1");

		assertThat(output).contains("There is no setting for the option --" + written);
	}

	@ParameterizedTest
	@ValueSource(strings = { "server.port=1", "server.servlet.contextPath=/a", "server.servlet.context-path=/a",
			"logging.level.org.example=debug", "logging.structured.format.console=ecs",
			"logging.structured.ecs.service.environment=production", "management.server.port=1",
			"management.endpoint.preflight.access=read-only", "management.metrics.enable.all=false",
			"server.tomcat.remoteip.internal-proxies=10", "spring.ssl.bundle.pem.hospital.truststore.certificate=file",
			"spring.ssl.bundle.pem.hospital.reload-on-update=true", "spring.ssl.bundle.jks.NAME.truststore.password=x",
			"spring.data.redis.ssl.enabled=true", "spring.lifecycle.timeout-per-shutdown-phase=1s", "debug",
			"spring.config.additional-location=x", "spring.profiles.active=x", "launch-config=a", "launch-config[0]=a",
			"twitching.base-url=b", "EPIC_SECRET=c" })
	void saysNothingOfThoseThatAreRead(String option, CapturedOutput output) {
		look("--" + option);

		assertThat(output).doesNotContain("Nothing");
	}

	@ParameterizedTest
	@CsvSource({ "--twitching.base-url=a, --twitching.baseUrl=s3cret, twitching.base-url",
			"--server.port=1, --server.port=1, server.port" })
	void refusesAnOptionThatIsGivenTwice(String one, String other, String name) {
		assertThatExceptionOfType(StartupException.class).isThrownBy(() -> look(one, "--debug", other))
			.withMessage("Give the option --" + name + " once: it is given more than once.")
			.withMessageNotContaining("s3cret");
	}

	@Test
	void saysHowSeveralDirectoriesAreGiven() {
		assertThatExceptionOfType(StartupException.class)
			.isThrownBy(() -> look("--launch-config=a", "--launch-config=b"))
			.withMessageContaining("write several directories in one, with commas");
	}

	private static void look(String... arguments) {
		new CommandLineCheck().onApplicationEvent(new ApplicationEnvironmentPreparedEvent(new DefaultBootstrapContext(),
				new SpringApplication(), arguments, new StandardEnvironment()));
	}

}
