package org.twitchingreference.smart;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GrantedScopesTests {

	@ParameterizedTest
	@ValueSource(strings = { "patient/Observation.read", "patient/Observation.*", "patient/*.read", "patient/*.*",
			"user/Observation.read", "patient/Observation.rs", "patient/Observation.r", "patient/Observation.s",
			"patient/*.rs", "user/*.cruds", "patient/Observation.rs?category=laboratory" })
	void allowReading(String scope) {
		assertThat(new GrantedScopes(Set.of("launch", scope)).allowReading("Observation")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "launch", "patient/Observation.write", "patient/Observation.cud", "patient/Condition.rs",
			"patient/Observation", "patient/Observation.", "patient/Observation.sr", "system/Observation.read",
			"patient/ObservationDefinition.rs", "Observation.read", "patient/observation.rs" })
	void doNotAllowReading(String scope) {
		assertThat(new GrantedScopes(Set.of(scope)).allowReading("Observation")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "patient/Observation.read", "patient/*.rs", "patient/Observation.rs?category=laboratory",
			"patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory",
			"patient/Observation.rs?category=http://example.org%7Claboratory" })
	void allowReadingAll(String scope) {
		assertThat(new GrantedScopes(Set.of(scope)).allowReadingAll("Observation", "category=laboratory")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "patient/Observation.rs?category=vital-signs", "patient/Observation.rs?",
			"patient/Observation.rs?category=laboratory&status=final", "patient/Condition.rs",
			"patient/Observation.rs?category=laboratory,vital-signs",
			"patient/Observation.rs?_id=category=laboratory" })
	void allowReadingOnlySome(String scope) {
		assertThat(new GrantedScopes(Set.of(scope)).allowReadingAll("Observation", "category=laboratory")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "patient/ServiceRequest.c", "patient/ServiceRequest.cruds", "patient/*.write",
			"user/ServiceRequest.write", "patient/ServiceRequest.*", "patient/*.*" })
	void allowCreating(String scope) {
		assertThat(new GrantedScopes(Set.of(scope)).allowCreating("ServiceRequest", Set.of())).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "patient/ServiceRequest.rs", "patient/ServiceRequest.read", "patient/Observation.c",
			"patient/ServiceRequest.u", "patient/ServiceRequest.c?status=active", "ServiceRequest.c", "launch" })
	void doNotAllowCreating(String scope) {
		assertThat(new GrantedScopes(Set.of(scope)).allowCreating("ServiceRequest", Set.of("patient/ServiceRequest.c")))
			.isFalse();
	}

	@Test
	void allowTheScratchpadWhereItsMessagesAreGranted() {
		assertThat(new GrantedScopes(Set.of("messaging/scratchpad")).allowScratchpad(Set.of())).isTrue();
		assertThat(new GrantedScopes(Set.of()).allowScratchpad(Set.of("messaging/scratchpad.create"))).isTrue();
		assertThat(new GrantedScopes(Set.of("messaging/ui")).allowScratchpad(Set.of("messaging/scratchpad.create")))
			.isFalse();
	}

	@Test
	void areAsRequestedWhenTheEhrNamesNone() {
		assertThat(new GrantedScopes(Set.of()).allowReading("Observation")).isTrue();
		assertThat(new GrantedScopes(Set.of()).allowReadingAll("Observation", "")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "launch,openid,patient/Patient.rs", "[launch,| openid,| patient/Patient.rs]",
			"[\"launch\",\"openid\",\"patient/Patient.rs\"]", "launch,| openid,| patient/Patient.rs",
			"https://ehr.example.org/fhir/launch| https://ehr.example.org/fhir/openid| https://ehr.example.org/fhir/patient/Patient.rs",
			"launch,openid,https://ehr.example.org/fhir/patient/Patient.rs",
			"launch| http://openid.net/specs/openid-connect-core-1_0#openid| http://smarthealthit.org/fhir/scopes/patient/Patient.rs",
			"launch| openid| api://2c1/patient.Patient.rs", "launch| openid| patient.Patient.rs" })
	void readsScopesThatAreWrittenOtherwise(String words) {
		assertThat(GrantedScopes.of(Set.of(words.split("\\| "))).scopes()).containsExactlyInAnyOrder("launch", "openid",
				"patient/Patient.rs");
	}

	@ParameterizedTest
	@ValueSource(strings = { "launch/patient", "patient/*.read", "user/Observation.rs?category=laboratory,vital-signs",
			"patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory",
			"https://unknown.example.org/scope", "offline_access" })
	void leavesScopesAsTheyAre(String scope) {
		assertThat(GrantedScopes.of(Set.of(scope)).scopes()).containsExactly(scope);
	}

}
