package org.twitchingreference.store;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.connection.RedisConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@ExtendWith(OutputCaptureExtension.class)
class SharedStoreConfigurationTests {

	@Test
	void asksForTheFileOfTheKeys(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start("--twitching.store=redis"));

		assertThat(output).contains("Name a file with twitching.store-keys").doesNotContain("\tat ");
	}

	/** Nobody listens at port 1 of this machine. */
	@Test
	void startsNotBeforeTheStore(CapturedOutput output, @TempDir Path folder) {
		assertThatException().isThrownBy(() -> start("--twitching.store=redis", "--spring.data.redis.port=1",
				"--twitching.store-keys=" + folder.resolve("keys.json")));

		assertThat(output).contains("Start the server that spring.data.redis.* names").doesNotContain("\tat ");
	}

	@Test
	void connectsToNothingWhereOneNodeIsAlone() {
		try (ConfigurableApplicationContext alone = start("--spring.data.redis.port=1")) {
			assertThat(alone.getBeanNamesForType(RedisConnectionFactory.class)).isEmpty();
		}
	}

	private static ConfigurableApplicationContext start(String... settings) {
		SpringApplication application = new SpringApplication(SharedStoreConfiguration.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		return application.run(settings);
	}

}
