package org.twitchingreference.chart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.mapping.BundleChart;
import org.twitchingreference.mapping.FakeFhirSession;
import org.twitchingreference.reading.Readers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whose entry it is, and which resource is meant, in every way a reference may say it.
 */
class ReferencesTests {

	private static final String SERVER = "https://ehr.example/FHIR/R4";

	@ParameterizedTest
	@ValueSource(strings = { "Patient/p1", "Patient/p1/_history/3", "https://ehr.example/FHIR/R4/Patient/p1",
			"http://ehr.example/FHIR/R4/Patient/p1/_history/12", " Patient/p1 " })
	void takesWhatRefersToThePatientOnThisServer(String subject) {
		assertThat(read(subject, SERVER + "/").results()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Patient/p2", "https://other.example/FHIR/R4/Patient/p1",
			"https://ehr.example/FHIR/DSTU2/Patient/p1", "https://ehr.example/FHIR/R4/Patient/p2/_history/1" })
	void refusesWhatRefersToAnotherPatientOrAnotherServersPatient(String subject) {
		Chart chart = read(subject, SERVER);

		assertThat(chart.results()).isEmpty();
		assertThat(chart.part(Part.LABORATORY).outcome()).isEqualTo(ReadOutcome.TRUNCATED);
		assertThat(chart.part(Part.LABORATORY).unreadable())
			.containsExactly(new Unreadable("Observation/k1", EntryReason.OF_ANOTHER_PATIENT.reason()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Group/p1", "urn:uuid:p1", "#p1" })
	void refusesWhatDoesNotSayWhoseItIs(String subject) {
		Chart chart = read(subject, SERVER);

		assertThat(chart.results()).isEmpty();
		assertThat(chart.part(Part.LABORATORY).unreadable())
			.containsExactly(new Unreadable("Observation/k1", EntryReason.OF_WHOM_NOT_CLEAR.reason()));
	}

	/** A server that another one's resources are kept on delivers them as they were. */
	@ParameterizedTest
	@CsvSource({ "https://other.example/r4,https://other.example/r4/,0", "https://other.example/r4," + SERVER + "/,0",
			"https://ehr.example/FHIR/R4b,https://ehr.example/FHIR/R4b/,0", SERVER + "," + SERVER + "/,1",
			SERVER + ",https://other.example/r4/,1", "'','',1", "'',https://inside.example/r4/,1" })
	void takesNothingOfTheSameIdOnAnotherServer(String base, String entryBase, int results) {
		String subject = base.isEmpty() ? "Patient/p1" : base + "/Patient/p1";
		String address = entryBase.isEmpty() ? "" : entryBase + "Observation/k1";

		assertThat(read(subject, SERVER, address).results()).hasSize(results);
	}

	@ParameterizedTest
	@CsvSource({ "https://b.example/fhir/,https://b.example/fhir/Patient/p1,0", "https://b.example/fhir/,Patient/p1,0",
			"https://b.example/fhir/,'',0", "https://a.example/fhir/,https://b.example/fhir/Patient/p1,0",
			"https://a.example/fhir/,https://a.example/fhir/Patient/p1,1", "https://a.example/fhir/,Patient/p1,1",
			"http://a.example/fhir/,Patient/p1/_history/2,1", "urn:uuid:,Patient/p1,1",
			"https://b.example/fhir/,https://a.example/fhir/Patient/p1,1" })
	void takesNothingOfTheSameIdOnAnotherServerInAFile(String entryBase, String subject, int results) {
		String address = entryBase.startsWith("urn:") ? "urn:uuid:7a1b2c3d-0000-4000-8000-000000000001"
				: entryBase + "Observation/k1";

		assertThat(file("https://a.example/fhir/Patient/p1", address, subject).results()).hasSize(results);
	}

	@ParameterizedTest
	@CsvSource({ "https://a.example/fhir/Patient/p1,1", "Patient/p1/_history/2,1",
			"https://b.example/fhir/Patient/p1,0" })
	void comparesServersInAFileByTheAddressOfThePatient(String subject, int results) {
		assertThat(file("https://a.example/fhir/Patient/p1", subject).results()).hasSize(results);
	}

	@Test
	void takesAnAbsoluteReferenceForThisPatientWhereNoAddressSaysWhichServerItIs() {
		assertThat(file("", "https://b.example/fhir/Patient/p1").results()).hasSize(1);
	}

	@Test
	void takesAnEntryOnceThoughItComesInTwoVersionsOfItsAddress() {
		String lab = Fhir.lab("k1", "");
		FakeFhirSession ehr = new FakeFhirSession().isServer(SERVER)
			.answers(FakeFhirSession.LABS,
					"{'resourceType':'Bundle','type':'searchset','entry':[" + entry(SERVER + "/Observation/k1", lab)
							+ "," + entry(SERVER + "/Observation/k1/_history/2", lab) + "]}");

		assertThat(Readers.patient().read(ehr).results()).extracting(LabResult::reference)
			.containsExactly("Observation/k1");
	}

	private static Chart read(String subject, String server) {
		return read(subject, server, "");
	}

	private static Chart read(String subject, String server, String fullUrl) {
		FakeFhirSession ehr = new FakeFhirSession().isServer(server)
			.answers(FakeFhirSession.LABS, "{'resourceType':'Bundle','type':'searchset','entry':["
					+ entry(fullUrl, Fhir.lab("k1", "").replace("Patient/p1", subject)) + "]}");
		return Readers.patient().read(ehr);
	}

	private static Chart file(String patientUrl, String subject) {
		return file(patientUrl, "", subject);
	}

	private static Chart file(String patientUrl, String address, String subject) {
		return BundleChart
			.from(Fhir.bytes("{'resourceType':'Bundle','type':'collection','entry':[" + entry(patientUrl, Fhir.PATIENT)
					+ "," + entry(address, Fhir.lab("k1", "").replace("Patient/p1", subject)) + "]}"));
	}

	private static String entry(String fullUrl, String resource) {
		return "{" + (fullUrl.isEmpty() ? "" : "'fullUrl':'" + fullUrl + "',") + "'resource':" + resource + "}";
	}

}
