package org.twitchingreference.mapping.element;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ServerAddressTests {

	@ParameterizedTest
	@CsvSource({ "http://ehr.example/fhir/Patient/p-1.x,ehr.example/fhir", "HTTPS://ehr.example/Patient/1,ehr.example",
			"http://ehr.example/fhir/Patient/1/_history/2,ehr.example/fhir",
			"http://ehr.example/fhir//Patient/1,ehr.example/fhir",
			"http://ehr.example/Patient/1/Observation/2,ehr.example/Patient/1" })
	void isWhatStandsBeforeTypeAndId(String address, String base) {
		assertThat(ServerAddress.ofResource(address)).isEqualTo(base);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "Patient/1", "#p1", "urn:uuid:1", "ftp://ehr.example/Patient/1",
			"http://Patient/1", "http:///Patient/1", "http://ehr.example/patient/1", "http://ehr.example/P/1",
			"http://ehr.example/Pati_ent/1", "http://ehr.example/Pati[ent/1", "http://ehr.example/Patient/",
			"http://ehr.example/Patient/a_b", "http://ehr.example/Patient/1/_history/a_b",
			"http://ehr.example/Patient/1/_history/" })
	void isNoneOfAnythingElse(String address) {
		assertThat(ServerAddress.ofResource(address)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "http://ehr.example/fhir/,ehr.example/fhir", "https://ehr.example,ehr.example",
			"ehr.example//,ehr.example", "http:///,''", "'',''" })
	void isTheSameHoweverTheServerIsSpokenTo(String base, String server) {
		assertThat(ServerAddress.of(base)).isEqualTo(server);
	}

}
