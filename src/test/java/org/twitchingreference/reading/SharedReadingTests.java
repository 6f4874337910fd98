package org.twitchingreference.reading;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.Fhir;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.LabResult.Status;
import org.twitchingreference.chart.Medicine;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.fhir.FhirReply.Failure.Kind;
import org.twitchingreference.mapping.FakeFhirSession;

import static org.assertj.core.api.Assertions.assertThat;

/** What live queries give within something else, or twice. */
class SharedReadingTests {

	private static final String VALUE = "'valueQuantity':{'value':2.4,'unit':'mmol/L'}";

	private static final String OTHER = "'valueQuantity':{'value':4.4,'unit':'mmol/L'}";

	private final FakeFhirSession ehr = new FakeFhirSession();

	private final ChartReader reader = Readers.patient();

	@AfterEach
	void close() {
		this.reader.close();
	}

	@Test
	void readsResultsThatReportsContainToTheLastPage() {
		this.ehr.answers(FakeFhirSession.REPORTS, Fhir.pageBefore("more", report("r1", contained(VALUE))));
		this.ehr.answers("more", Fhir.page(report("r2", contained(OTHER))));

		Chart chart = read();

		assertThat(chart.results()).extracting(LabResult::reference)
			.containsExactly("DiagnosticReport/r1#k", "DiagnosticReport/r2#k");
		assertThat(chart.results()).extracting((result) -> result.time().orElseThrow().firstDay().toString())
			.containsOnly("2026-11-20");
		assertThat(chart.isComplete(Part.LABORATORY)).isTrue();
	}

	@Test
	void asksForNoMoreReportsThanOnePageWhereTheyContainNothing() {
		this.ehr.answers(FakeFhirSession.REPORTS, Fhir.pageBefore("more", report("r1", "")));

		assertThat(read().isComplete(Part.LABORATORY)).isTrue();
		assertThat(this.ehr.asked()).doesNotContain("more");
	}

	@Test
	void saysThatResultsMayBeMissingWhereReportsWereNotReadToTheEnd() {
		this.ehr.answers(FakeFhirSession.REPORTS, Fhir.pageBefore("more", report("r1", contained(VALUE))));
		this.ehr.fails("more", Kind.UNAUTHORIZED, 401);

		Chart chart = read();

		assertThat(chart.results()).hasSize(1);
		assertThat(chart.part(Part.LABORATORY).outcome()).isEqualTo(ReadOutcome.TRUNCATED);
	}

	@Test
	void takesNoResultForNoneMeasuredWhereReportsAreRefused() {
		this.ehr.fails(FakeFhirSession.REPORTS, Kind.FORBIDDEN, 403);

		assertThat(read().part(Part.LABORATORY).outcome()).isEqualTo(ReadOutcome.TRUNCATED);
	}

	@Test
	void needsNoReportsWhereResultsAreFoundWithoutThem() {
		this.ehr.refuses("DiagnosticReport");
		this.ehr.answers(FakeFhirSession.LABS, Fhir.page(Fhir.lab("k1", VALUE)));

		assertThat(read().isComplete(Part.LABORATORY)).isTrue();
	}

	@Test
	void takesTheNewestVersionOfAReportWithWhatItContains() {
		this.ehr.answers(FakeFhirSession.REPORTS,
				Fhir.page(report("r1", "'meta':{'versionId':'1'}," + contained(VALUE)),
						report("r1", "'meta':{'versionId':'2'}," + contained(OTHER))));

		assertThat(read().results()).extracting((result) -> result.value().shown()).containsExactly("4.4");
	}

	@Test
	void readsTheOrderThatAnOrderContains() {
		String within = "'status':'active','medicationCodeableConcept':{'text':'Aspirin'},'contained':[{"
				+ Fhir.order("m0", "'status':'active','medicationCodeableConcept':{'text':'Furosemide'}").substring(1)
				+ "]";
		this.ehr.answers(FakeFhirSession.ORDERS, Fhir.page(Fhir.order("m1", within)));

		assertThat(read().medicines()).extracting(Medicine::name).containsExactly("Aspirin", "Furosemide");
	}

	@Test
	void withdrawsAResultThatAnotherQueryGivesInANewerVersion() {
		this.ehr.answers(FakeFhirSession.LABS, Fhir.page(Fhir.lab("k1", "'meta':{'versionId':'1'}," + VALUE)));
		this.ehr.answers(FakeFhirSession.WEIGHT, Fhir
			.page(Fhir.lab("k1", "'meta':{'versionId':'2'}," + VALUE).replace("'final'", "'entered-in-error'")));

		Chart chart = read();

		assertThat(chart.results()).isEmpty();
		assertThat(chart.isComplete(Part.LABORATORY)).isTrue();
	}

	@Test
	void keepsTheNewerResultBesideAnOlderVersionOfIt() {
		this.ehr.answers(FakeFhirSession.LABS, Fhir.page(Fhir.lab("k1", "'meta':{'versionId':'2'}," + VALUE)));
		this.ehr.answers(FakeFhirSession.WEIGHT, Fhir.page(Fhir.lab("k1", "'meta':{'versionId':'1'}," + OTHER)));

		Chart chart = read();

		assertThat(chart.results()).extracting((result) -> result.value().shown()).containsExactly("2.4");
		assertThat(chart.vitalSigns()).isEmpty();
	}

	@Test
	void usesNoneOfTwoVersionsOfWhichNeitherIsNewer() {
		this.ehr.answers(FakeFhirSession.LABS, Fhir.page(Fhir.lab("k1", VALUE)));
		this.ehr.answers(FakeFhirSession.WEIGHT, Fhir.page(Fhir.lab("k1", OTHER)));

		Chart chart = read();

		assertThat(chart.results()).hasSize(2).allMatch((result) -> result.status() == Status.CONTESTED);
		assertThat(chart.part(Part.LABORATORY).unreadable())
			.containsExactly(new Unreadable("Observation/k1", EntryReason.VERSIONS_DIFFER.reason()));
	}

	@Test
	void findsNothingInTheSameVersionThatCameTwice() {
		this.ehr.answers(FakeFhirSession.LABS, Fhir.page(Fhir.lab("k1", VALUE)));
		this.ehr.answers(FakeFhirSession.WEIGHT, Fhir.page(Fhir.lab("k1", VALUE)));

		Chart chart = read();

		assertThat(chart.results()).extracting(LabResult::status).isEqualTo(List.of(Status.VALID));
		assertThat(chart.isComplete(Part.LABORATORY)).isTrue();
	}

	private static String report(String id, String fields) {
		return "{'resourceType':'DiagnosticReport','id':'" + id + "','status':'final','code':{'text':'Electrolytes'},"
				+ "'subject':{'reference':'Patient/p1'},'effectiveDateTime':'2026-11-20'"
				+ (fields.isEmpty() ? "" : "," + fields) + "}";
	}

	private static String contained(String value) {
		return "'result':[{'reference':'#k'}],'contained':[{'resourceType':'Observation','id':'k','status':'final',"
				+ "'code':{'coding':[{'system':'http://loinc.org','code':'2823-3'}]}," + value + "}]";
	}

	private Chart read() {
		return this.reader.read(this.ehr);
	}

}
