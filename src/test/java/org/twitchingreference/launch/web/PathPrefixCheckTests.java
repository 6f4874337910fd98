package org.twitchingreference.launch.web;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twitchingreference.smart.LaunchProperties;
import org.twitchingreference.startup.StartupException;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class PathPrefixCheckTests {

	@ParameterizedTest
	@CsvSource({ "https://app.example.org, ''", "https://app.example.org/, /", "https://app.example.org/a/b, /a/b",
			"https://app.example.org/a/, /a" })
	void startsWhereBothPathsAreTheSame(String baseUrl, String contextPath) {
		assertThatNoException().isThrownBy(() -> new PathPrefixCheck(properties(baseUrl), contextPath));
	}

	@ParameterizedTest
	@CsvSource({ "https://app.example.org/twitching, ''", "https://app.example.org, /twitching",
			"https://app.example.org/twitching, /twitch", "https://app.example.org/Twitching, /twitching" })
	void stopsTheStartWhereTheyAreNot(String baseUrl, String contextPath) {
		assertThatExceptionOfType(StartupException.class)
			.isThrownBy(() -> new PathPrefixCheck(properties(baseUrl), contextPath))
			.withMessageContainingAll("twitching.base-url", "server.servlet.context-path", "'" + contextPath + "'");
	}

	private static LaunchProperties properties(String baseUrl) {
		return new LaunchProperties(baseUrl, Duration.ofMinutes(30), Duration.ofHours(12), 1, 3);
	}

}
