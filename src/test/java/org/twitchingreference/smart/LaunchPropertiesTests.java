package org.twitchingreference.smart;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LaunchPropertiesTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "app.example.org", "http://app.example.org", "https://user@app.example.org",
			"https://app.example.org/?x=y", "https://app.example.org/#x" })
	void needABaseUrlThatKeepsSecrets(String baseUrl) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new LaunchProperties(baseUrl, Duration.ofMinutes(30), Duration.ofHours(12), 1, 3))
			.withMessageStartingWith("Set twitching.base-url");
	}

	@Test
	void needTimeAndRoom() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new LaunchProperties("https://app.example.org", Duration.ofSeconds(59),
					Duration.ofHours(12), 1, 3))
			.withMessageStartingWith("Set twitching.launch-idle");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new LaunchProperties("https://app.example.org", Duration.ofMinutes(30),
					Duration.ofMinutes(299), 1, 3))
			.withMessageStartingWith("Set twitching.launch-limit");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new LaunchProperties("https://app.example.org", Duration.ofMinutes(30),
					Duration.ofHours(12), 0, 3))
			.withMessageStartingWith("Set twitching.maximum-launches");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new LaunchProperties("https://app.example.org", Duration.ofMinutes(30),
					Duration.ofHours(12), 1, 0))
			.withMessageStartingWith("Set twitching.launches-per-user");
	}

}
