package org.twitchingreference.registration;

import java.util.Arrays;

import org.hl7.fhir.r4.model.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RegistrationAdviceTests {

	@ParameterizedTest
	@ValueSource(strings = { "patient/Observations.rs", "patient/observation.rs", "patient/Observation.sr",
			"patient/Observation.", "patient/Observation.reads", "patients/Observation.rs", "lauch", "fhiruser",
			"openId", "offline-access", "patient/Observation" })
	void namesScopesThatNoServerKnows(String scope) {
		assertThat(RegistrationAdvice.isKnown(scope)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "launch", "launch/patient", "openid", "fhirUser", "online_access", "patient/*.read",
			"patient/Observation.rs", "patient/*.*", "patient/ServiceRequest.c", "patient.Observation.read",
			"patient/Observation.rs?category=laboratory", "messaging/scratchpad.create", "api:oemr", "site:default",
			"https://ehr.example.org/fhir/patient/Observation.rs" })
	void leavesOthersAlone(String scope) {
		assertThat(RegistrationAdvice.isKnown(scope)).isTrue();
	}

	@Test
	void knowsTheTypesOfR4() {
		assertThat(Arrays.stream(ResourceType.values()).map(Enum::name))
			.allSatisfy((type) -> assertThat(RegistrationAdvice.isKnown("patient/" + type + ".rs")).isTrue());
	}

	@Test
	void namesAnIssuerThatIsADocument() {
		assertThat(RegistrationAdvice
			.of(RegistrationFixture.registration("https://ehr.example.org/fhir/.well-known/smart-configuration")))
			.singleElement()
			.asString()
			.contains("FHIR base URL");
		assertThat(RegistrationAdvice.of(RegistrationFixture.registration("https://ehr.example.org/fhir"))).isEmpty();
	}

}
