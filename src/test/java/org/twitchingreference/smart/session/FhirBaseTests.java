package org.twitchingreference.smart.session;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FhirBaseTests {

	private final FhirBase base = new FhirBase("https://ehr.example.org/fhir/r4");

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", value = { "Patient/p1 -> https://ehr.example.org/fhir/r4/Patient/p1",
			"Observation?patient=p1 -> https://ehr.example.org/fhir/r4/Observation?patient=p1",
			"?_getpages=abc -> https://ehr.example.org/fhir/r4?_getpages=abc",
			"Observation?code=http://loinc.org|2823-3 -> https://ehr.example.org/fhir/r4/Observation?code=http://loinc.org%7C2823-3",
			"https://ehr.example.org/fhir/r4?_getpages=a%2Fb -> https://ehr.example.org/fhir/r4?_getpages=a%2Fb",
			"https://ehr.example.org/fhir/r4/Observation?page=2 -> https://ehr.example.org/fhir/r4/Observation?page=2",
			"https://EHR.example.org:443/fhir/r4/Observation -> https://EHR.example.org:443/fhir/r4/Observation" })
	void resolvesWhatIsUnderIt(String location, String expected) {
		assertThat(this.base.resolve(location)).hasValueSatisfying((uri) -> assertThat(uri).hasToString(expected));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "/fhir/r4/Patient/p1", "//evil.example/fhir/r4/Patient", "\\\\evil.example/x",
			"https://evil.example/fhir/r4/Patient", "http://ehr.example.org/fhir/r4/Patient",
			"https://ehr.example.org:8443/fhir/r4/Patient", "https://ehr.example.org/fhir/r45/Patient",
			"https://ehr.example.org/fhir", "https://ehr.example.org/fhir/r4/../../admin",
			"https://ehr.example.org/fhir/r4/%2e%2e/%2E%2E/admin", "https://ehr.example.org/fhir/r4/..%2fadmin",
			"https://ehr.example.org/fhir/r4/%252e%252e/admin", "https://ehr.example.org/fhir/r4/..;x/admin",
			"https://ehr.example.org/fhir/r4/..%5cadmin", "https://ehr.example.org\\@evil.example/fhir/r4/",
			"https://ehr.example.org@evil.example/fhir/r4/Patient", "https://user:pw@ehr.example.org/fhir/r4/Patient",
			"https://ehr.example.org.evil.example/fhir/r4/Patient", "https:ehr.example.org/fhir/r4/Patient",
			"https:///fhir/r4/Patient", "https://ehr.example.org/fhir/r4/Patient#x", "file:///etc/passwd",
			"urn:uuid:4e3b", "javascript:alert(1)", "../admin", "Patient/../../admin", "Patient/./p1", "./Patient",
			"Patient\\p1", "Patient/p1\r\nX-Header: y", "Patient/p 1", " https://evil.example/" })
	void resolvesNothingElse(String location) {
		assertThat(this.base.resolve(location)).isEmpty();
	}

	@Test
	void resolvesUnderABaseWithoutPath() {
		assertThat(new FhirBase("https://ehr.example.org").resolve("https://ehr.example.org/Patient/p1")).isPresent();
		assertThat(new FhirBase("https://ehr.example.org").resolve("https://ehr.example.com/Patient/p1")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ",
			value = { "?page=2 -> https://ehr.example.org/fhir/r4/Observation?page=2",
					"/fhir/r4/Observation?page=2 -> https://ehr.example.org/fhir/r4/Observation?page=2",
					"Observation?page=2 -> https://ehr.example.org/fhir/r4/Observation?page=2",
					"./Observation?page=2 -> https://ehr.example.org/fhir/r4/Observation?page=2",
					"../r4?_getpages=a|b -> https://ehr.example.org/fhir/r4?_getpages=a%7Cb",
					"//ehr.example.org/fhir/r4?page=2 -> https://ehr.example.org/fhir/r4?page=2",
					"https://ehr.example.org/fhir/r4?page=2 -> https://ehr.example.org/fhir/r4?page=2" })
	void followsALinkFromItsPage(String link, String expected) {
		String next = this.base.follow(link, "Observation?patient=p1");

		assertThat(this.base.resolve(next)).hasValueSatisfying((uri) -> assertThat(uri).hasToString(expected));
		assertThat(this.base.follow(link, this.base.follow("?page=1", "Observation?patient=p1"))).isEqualTo(next);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "/fhir/r45/Observation", "/fhir", "//evil.example/fhir/r4/Observation",
			"../../admin", "/fhir/r4/../../admin", "/fhir/r4/%2e%2e/admin", "https://evil.example/fhir/r4",
			"javascript:alert(1)", "?page=2#x", "\\\\evil.example/x" })
	void followsNoLinkThatLeavesIt(String link) {
		assertThat(this.base.resolve(this.base.follow(link, "Observation?patient=p1"))).isEmpty();
	}

	/** Some servers mean the base, also on pages that are at the base itself. */
	@Test
	void takesALinkThatLeavesItForOneFromTheBase() {
		assertThat(this.base.resolve(this.base.follow("Observation?page=3", "https://ehr.example.org/fhir/r4?page=2")))
			.hasValue(URI.create("https://ehr.example.org/fhir/r4/Observation?page=3"));
	}

}
