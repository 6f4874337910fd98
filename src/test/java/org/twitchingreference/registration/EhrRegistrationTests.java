package org.twitchingreference.registration;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.fhir.CodeMap;
import org.twitchingreference.fhir.Dialect;
import org.twitchingreference.keys.SigningAlgorithm;
import org.twitchingreference.registration.EhrRegistration.AssertionStyle;
import org.twitchingreference.registration.EhrRegistration.AuthorizeBy;
import org.twitchingreference.registration.EhrRegistration.ClientAuthentication;
import org.twitchingreference.registration.EhrRegistration.Environment;
import org.twitchingreference.registration.EhrRegistration.Provenance;

import static org.assertj.core.api.Assertions.assertThat;

class EhrRegistrationTests {

	private final EhrRegistration registration = RegistrationFixture.registration("https://ehr.example.org/fhir",
			"auth.example.org", "other.example.org:8443", "localhost:9090", "plain.example.org:80");

	@ParameterizedTest
	@ValueSource(strings = { "https://ehr.example.org/oauth/token", "https://EHR.example.org:443/x",
			"https://auth.example.org/token", "https://other.example.org:8443/token", "http://localhost:9090/token" })
	void allowsTheIssuersAndTheListedHosts(URI location) {
		assertThat(this.registration.allows(location)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/token", "https://ehr.example.org:8443/token",
			"https://ehr.example.org.evil.example/token", "https://ehr.example.org@evil.example/token",
			"https://user@ehr.example.org/token", "http://ehr.example.org/token", "https://other.example.org/token",
			"http://plain.example.org/token", "http://localhost/token", "http://localhost:9091/token",
			"https://169.254.169.254/token", "ftp://ehr.example.org/token", "/token", "ehr.example.org/token",
			"https:ehr.example.org", "https://ehr.example.org/token#fragment" })
	void allowsNothingElse(URI location) {
		assertThat(this.registration.allows(location)).isFalse();
	}

	@Test
	void allowsHttpsOnlyInProduction() {
		EhrRegistration production = new EhrRegistration("ehr", "EHR", Environment.PRODUCTION,
				List.of(new IssuerPattern("https://ehr.example.org/fhir")), "app", ClientAuthentication.NONE,
				Optional.empty(), new AssertionStyle(SigningAlgorithm.RS384, false), Set.of("launch"), AuthorizeBy.GET,
				Set.of("localhost:9090"), false, Optional.empty(), Set.of(), Optional.empty(), Dialect.DEFAULT,
				CodeMap.NONE, IdTokenRules.DEFAULT, AnswerRules.DEFAULT, new Provenance("a test", "with every build"));

		assertThat(production.allows(URI.create("http://localhost:9090/token"))).isFalse();
		assertThat(production.allows(URI.create("https://localhost:9090/token"))).isTrue();
	}

}
