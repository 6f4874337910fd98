package org.twitchingreference.smart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
	void takesHandleAndOriginForMessagesOnlyTogetherAndOnlyAnOrigin() {
		assertThat(messaging("h1", "https://ehr.example.org")).hasValueSatisfying((messaging) -> {
			assertThat(messaging.handle()).isEqualTo("h1");
			assertThat(messaging.origin()).isEqualTo("https://ehr.example.org");
			assertThat(messaging).hasToString("WebMessaging");
		});
		assertThat(messaging("h1", "http://localhost:9090")).isPresent();
		assertThat(messaging("h1", "https://ehr.example.org:8443")).isPresent();
		assertThat(Stream.of("*", "null", "", "https://ehr.example.org/", "https://ehr.example.org/frame",
				"https://ehr.example.org:443", "HTTPS://EHR.example.org", "http://ehr.example.org", "ehr.example.org",
				"https://user@ehr.example.org", "https://ehr.example.org?x", "javascript:alert(1)",
				"https://" + "e".repeat(300) + ".org"))
			.allSatisfy((origin) -> assertThat(messaging("h1", origin)).as(origin).isEmpty());
		assertThat(Stream.of("", "h 1", "h\n1", "h".repeat(513)))
			.allSatisfy((handle) -> assertThat(messaging(handle, "https://ehr.example.org")).isEmpty());
		assertThat(LaunchContext.from(Map.of("smart_web_messaging_origin", "https://ehr.example.org")).messaging())
			.isEmpty();
	}

	private static Optional<WebMessaging> messaging(String handle, String origin) {
		return LaunchContext.from(Map.of("smart_web_messaging_handle", handle, "smart_web_messaging_origin", origin))
			.messaging();
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
