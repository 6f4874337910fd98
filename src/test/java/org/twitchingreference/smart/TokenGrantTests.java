package org.twitchingreference.smart;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TokenGrantTests {

	private static final String BASE = "https://ehr.example.org/fhir";

	private final TokenGrant grant = TokenGrant.from(response("first").expiresIn(570)
		.refreshToken("refresh")
		.scopes(Set.of("patient/Patient.rs", "patient/Observation.rs"))
		.additionalParameters(Map.of("patient", "p1", "encounter", "e1", "need_patient_banner", false))
		.build(), BASE);

	@Test
	void knowsHowLongItLastsAndHowItIsRenewed() {
		assertThat(this.grant.lifetime()).hasValue(Duration.ofSeconds(570));
		assertThat(this.grant.refreshToken()).hasValue("refresh");
	}

	@Test
	void doesNotInventALifetime() {
		OAuth2AccessTokenResponse silent = response("first").additionalParameters(Map.of("patient", "p1")).build();

		assertThat(TokenGrant.from(silent, BASE).lifetime()).isEmpty();
		assertThat(TokenGrant.from(silent, BASE).refreshToken()).isEmpty();
	}

	/** Each is kept as long as the launch is, and none can be left out. */
	@ParameterizedTest
	@CsvSource({ "1000, 1, true", "1001, 1, false", "1, 16374, true", "1, 16375, false" })
	void takesNoMoreScopesThanItCanKeep(int number, int length, boolean taken) {
		Set<String> scopes = IntStream.range(0, number)
			.mapToObj((i) -> "patient/" + "A".repeat(length) + i + "r")
			.collect(Collectors.toSet());
		OAuth2AccessTokenResponse granted = response("first").scopes(scopes)
			.additionalParameters(Map.of("patient", "p1"))
			.build();

		if (taken) {
			assertThat(TokenGrant.from(granted, BASE).scopes().scopes()).hasSize(number);
			assertThat(this.grant.renewedBy(granted).scopes().scopes()).hasSize(number);
		}
		else {
			assertThatExceptionOfType(LaunchException.class).isThrownBy(() -> TokenGrant.from(granted, BASE));
			assertThatExceptionOfType(LaunchException.class).isThrownBy(() -> this.grant.renewedBy(granted));
		}
	}

	@Test
	void keepsWhatARenewalDoesNotName() {
		TokenGrant renewed = this.grant.renewedBy(response("second").expiresIn(60).build());

		assertThat(renewed.accessToken()).isEqualTo("second");
		assertThat(renewed.lifetime()).hasValue(Duration.ofMinutes(1));
		assertThat(renewed.refreshToken()).hasValue("refresh");
		assertThat(renewed.scopes()).isEqualTo(this.grant.scopes());
		assertThat(renewed.patientId()).isEqualTo("p1");
		assertThat(renewed.encounterId()).hasValue("e1");
		assertThat(renewed.needsPatientBanner()).isFalse();
	}

	@Test
	void takesWhatARenewalReplaces() {
		TokenGrant renewed = this.grant
			.renewedBy(response("second").refreshToken("rotated").scopes(Set.of("patient/Patient.rs")).build());

		assertThat(renewed.refreshToken()).hasValue("rotated");
		assertThat(renewed.scopes().scopes()).containsExactly("patient/Patient.rs");
	}

	@ParameterizedTest
	@CsvSource({ "Patient/p1, p1", "https://ehr.example.org/fhir/Patient/p1, p1", "low_potassium, low_potassium",
			"a.b-c, a.b-c" })
	void takesAPatientOfThisServer(String written, String id) {
		TokenGrant granted = TokenGrant.from(naming(written), BASE);

		assertThat(granted.patientId()).isEqualTo(id);
		assertThat(granted.isForAnother(naming(written), BASE)).isFalse();
		assertThat(granted.isForAnother(naming(id), BASE)).isFalse();
		assertThat(granted.isForAnother(naming(id + "x"), BASE)).isTrue();
	}

	@Test
	void takesAPatientThatIsANumber() {
		assertThat(TokenGrant.from(naming(7), BASE).patientId()).isEqualTo("7");
		assertThat(TokenGrant.from(naming(12_345_678_901L), BASE).patientId()).isEqualTo("12345678901");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://other.example.org/fhir/Patient/p1", "https://ehr.example.org/fhir/r4/Patient/p1",
			"Practitioner/p1", "Patient/p1/x", "Patient/", "Patient/..", "../p1", "p 1", "p1?x", "p%31",
			"fhir/Patient/p1", "//ehr.example.org/fhir/Patient/p1" })
	void takesNoOther(String written) {
		assertThatExceptionOfType(LaunchException.class).isThrownBy(() -> TokenGrant.from(naming(written), BASE));
		assertThat(this.grant.isForAnother(naming(written), BASE)).isTrue();
	}

	@Test
	void tellsAnotherPatientFromItsOwn() {
		assertThat(this.grant.isForAnother(response("second").build(), BASE)).isFalse();
		assertThat(this.grant.isForAnother(naming("p1"), BASE)).isFalse();
		assertThat(this.grant.isForAnother(naming(""), BASE)).isFalse();
		assertThat(this.grant.isForAnother(naming("p2"), BASE)).isTrue();
		assertThat(this.grant.isForAnother(naming(1), BASE)).isTrue();
	}

	private static OAuth2AccessTokenResponse naming(Object patient) {
		return response("second").additionalParameters(Map.of("patient", patient)).build();
	}

	private static OAuth2AccessTokenResponse.Builder response(String token) {
		return OAuth2AccessTokenResponse.withToken(token).tokenType(TokenType.BEARER);
	}

}
