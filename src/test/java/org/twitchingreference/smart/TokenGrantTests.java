package org.twitchingreference.smart;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

import static org.assertj.core.api.Assertions.assertThat;

class TokenGrantTests {

	private final TokenGrant grant = TokenGrant.from(response("first").expiresIn(570)
		.refreshToken("refresh")
		.scopes(Set.of("patient/Patient.rs", "patient/Observation.rs"))
		.additionalParameters(Map.of("patient", "p1", "encounter", "e1", "need_patient_banner", false))
		.build());

	@Test
	void knowsHowLongItLastsAndHowItIsRenewed() {
		assertThat(this.grant.lifetime()).hasValue(Duration.ofSeconds(570));
		assertThat(this.grant.refreshToken()).hasValue("refresh");
	}

	@Test
	void doesNotInventALifetime() {
		OAuth2AccessTokenResponse silent = response("first").additionalParameters(Map.of("patient", "p1")).build();

		assertThat(TokenGrant.from(silent).lifetime()).isEmpty();
		assertThat(TokenGrant.from(silent).refreshToken()).isEmpty();
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

	@Test
	void tellsAnotherPatientFromItsOwn() {
		assertThat(this.grant.isForAnother(response("second").build())).isFalse();
		assertThat(this.grant.isForAnother(naming("p1"))).isFalse();
		assertThat(this.grant.isForAnother(naming(""))).isFalse();
		assertThat(this.grant.isForAnother(naming("p2"))).isTrue();
		assertThat(this.grant.isForAnother(naming(1))).isTrue();
	}

	private static OAuth2AccessTokenResponse naming(Object patient) {
		return response("second").additionalParameters(Map.of("patient", patient)).build();
	}

	private static OAuth2AccessTokenResponse.Builder response(String token) {
		return OAuth2AccessTokenResponse.withToken(token).tokenType(TokenType.BEARER);
	}

}
