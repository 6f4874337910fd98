package org.twitchingreference.mapping.result;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.Fhir;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.mapping.FakeFhirSession;
import org.twitchingreference.reading.Readers;

import static org.assertj.core.api.Assertions.assertThat;

/** What a panel names and the EHR does not give may be any result. */
class PanelMembersTests {

	private final FakeFhirSession ehr = new FakeFhirSession();

	@ParameterizedTest
	@ValueSource(strings = { "Observation/k1", "Observation/k1/_history/2", "https://ehr.example/fhir/Observation/k1",
			"QuestionnaireResponse/q1" })
	void mindsNoMemberThatCameOrIsNoResult(String member) {
		Chart chart = read(panel(member), Fhir.lab("k1", ""));

		assertThat(chart.results()).extracting(LabResult::reference).containsExactly("Observation/k1");
		assertThat(chart.isComplete(Part.LABORATORY)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Observation/gone", "https://ehr.example/fhir/Observation/gone/_history/1", "urn:uuid:0d1",
			"#gone" })
	void namesThePanelOfWhichAMemberDidNotCome(String member) {
		Chart chart = read(panel(member), Fhir.lab("k1", ""));

		assertThat(chart.results()).hasSize(1);
		assertThat(chart.isComplete(Part.LABORATORY)).isFalse();
		assertThat(chart.part(Part.LABORATORY).unreadable())
			.containsExactly(new Unreadable("Observation/panel", EntryReason.MEMBER_NOT_GIVEN.reason()));
	}

	@Test
	void mindsNoMemberThatCameAndCouldNotBeRead() {
		Chart chart = read(panel("Observation/k2"), Fhir.lab("k2", "'valueQuantity':{'value':{}}"));

		assertThat(chart.part(Part.LABORATORY).unreadable()).extracting(Unreadable::reference)
			.containsExactly("Observation/k2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "entered-in-error", "cancelled" })
	void mindsNoMemberOfWhatIsNoPanel(String status) {
		Chart chart = read(panel("Observation/gone").replace("'final'", "'" + status + "'"));

		assertThat(chart.isComplete(Part.LABORATORY)).isTrue();
	}

	@Test
	void saysOfAnotherPatientsPanelOnlyWhoseItIs() {
		Chart chart = read(panel("Observation/gone").replace("Patient/p1", "Patient/p2"));

		assertThat(chart.part(Part.LABORATORY).unreadable())
			.containsExactly(new Unreadable("Observation/panel", EntryReason.OF_ANOTHER_PATIENT.reason()));
	}

	@Test
	void missesAMemberThatAFileDoesNotHold() {
		assertThat(Fhir.chart(panel("Observation/gone")).part(Part.LABORATORY).unreadable())
			.containsExactly(new Unreadable("Observation/panel", EntryReason.MEMBER_NOT_GIVEN.reason()));
	}

	private Chart read(String... entries) {
		this.ehr.answers(FakeFhirSession.LABS, Fhir.page(entries));
		return Readers.patient().read(this.ehr);
	}

	private static String panel(String member) {
		return Fhir.lab("panel", "'hasMember':[{'reference':'" + member + "'}]");
	}

}
