package org.twitchingreference.smart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

import static org.assertj.core.api.Assertions.assertThat;

class LaunchContextTests {

	@Test
	void isWhatTheTokenResponseSays() {
		LaunchContext context = LaunchContext
			.from(Map.of("intent", "reconcile-medications", "tenant", "2ddd6c3a", "fhirContext",
					List.of(Map.of("reference", "ServiceRequest/r1"),
							Map.of("reference", "ImagingStudy/i.1", "role", "https://example.org/comparison"),
							"DiagnosticReport/of-smart-2.0")));

		assertThat(context.intent()).hasValue("reconcile-medications");
		assertThat(context.tenant()).hasValue("2ddd6c3a");
		assertThat(context.resources()).containsExactly("ServiceRequest/r1", "ImagingStudy/i.1",
				"DiagnosticReport/of-smart-2.0");
		assertThat(context).hasToString("LaunchContext");
	}

	@Test
	void outlivesARenewal() {
		TokenGrant grant = TokenGrant.from(OAuth2AccessTokenResponse.withToken("first")
			.tokenType(TokenType.BEARER)
			.additionalParameters(Map.of("patient", "p1", "intent", "review"))
			.build(), "https://ehr.example.org/fhir");

		assertThat(grant.renewedBy(OAuth2AccessTokenResponse.withToken("second").tokenType(TokenType.BEARER).build())
			.context()
			.intent()).hasValue("review");
	}

	@ParameterizedTest
	@MethodSource
	void isNothingWhereItIsNotAsSmartHasIt(Map<String, Object> parameters) {
		assertThat(LaunchContext.from(parameters)).isEqualTo(LaunchContext.NONE);
	}

	static Stream<Map<String, Object>> isNothingWhereItIsNotAsSmartHasIt() {
		return Stream.of(Map.of(), Map.of("intent", 7, "tenant", List.of("t")), Map.of("intent", "", "tenant", "\r\n"),
				Map.of("intent", "x".repeat(201)), Map.of("fhirContext", "ServiceRequest/r1"),
				Map.of("fhirContext", List.of("Patient/p2")), Map.of("fhirContext", Map.of("reference", "A/1")),
				Map.of("fhirContext", List.of(Map.of("canonical", "https://example.org/Library/1"))),
				Map.of("fhirContext", List.of(Map.of("reference", "Patient/another"))),
				Map.of("fhirContext", List.of(Map.of("reference", "ServiceRequest/.."))),
				Map.of("fhirContext", List.of(Map.of("reference", "https://elsewhere.example.org/ServiceRequest/1"))),
				Map.of("fhirContext", List.of(Map.of("reference", 1))));
	}

	@Test
	void isBounded() {
		List<Object> many = new ArrayList<>();
		for (int item = 0; item < 1000; item++) {
			many.add(Map.of("reference", "ServiceRequest/r" + item));
		}

		assertThat(LaunchContext.from(Map.of("fhirContext", many)).resources()).hasSize(50);
	}

}
