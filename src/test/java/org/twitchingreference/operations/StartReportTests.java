package org.twitchingreference.operations;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twitchingreference.registration.RegistrationFixture;
import org.twitchingreference.smart.LaunchProperties;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class StartReportTests {

	@Test
	void namesWhatEhrsAreGiven() {
		assertThat(report("https://twitching.hospital.example", "8080").lines().toList()).contains(
				"  base URL         https://twitching.hospital.example",
				"  launch URL       https://twitching.hospital.example/launch",
				"  key set (JWKS)   https://twitching.hospital.example/jwks.json", "  store            memory",
				"  audit trail      audit/today.jsonl", "  test-ehr: Test EHR",
				"    redirect URI   https://twitching.hospital.example/callback/test-ehr",
				"    iss            https://ehr.example.org/fhir", "    frames         http://localhost:9090");
	}

	@ParameterizedTest
	@CsvSource({ "http://127.0.0.1:8080, 9000, true", "http://localhost, 8080, true",
			"http://127.0.0.1:8080, 8080, false", "http://localhost, 80, false",
			"https://twitching.hospital.example, 8080, false", "http://127.0.0.1:8080, 0, false" })
	void saysWhereBrowsersDoNotComeBack(String baseUrl, String port, boolean misdirected) {
		assertThat(report(baseUrl, port).misdirected().isPresent()).isEqualTo(misdirected);
	}

	private static StartReport report(String baseUrl, String port) {
		return new StartReport(new LaunchProperties(baseUrl, Duration.ofMinutes(30), Duration.ofHours(12), 10, 10),
				RegistrationFixture.registrations(RegistrationFixture.registration("https://ehr.example.org/fhir")),
				new MockEnvironment().withProperty("server.port", port)
					.withProperty("server.address", "127.0.0.1")
					.withProperty("twitching.audit.file", "audit/today.jsonl"));
	}

}
