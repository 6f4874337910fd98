package org.twitchingreference.chart;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.twitchingreference.chart.QueryRead.Role;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.fhir.Dialect.Observations.By;
import org.twitchingreference.fhir.FhirReply.Failure.Kind;
import org.twitchingreference.mapping.FakeFhirSession;
import org.twitchingreference.reading.ChartReader;
import org.twitchingreference.reading.Readers;
import org.twitchingreference.reading.query.Query;
import org.twitchingreference.reading.query.SearchUrl;
import org.twitchingreference.reading.query.UnsupportedQueries;

import static org.assertj.core.api.Assertions.assertThat;

/** What a server does not accept is asked plainer, once, and nothing is lost by it. */
class FallbackTests {

	private static final String LOINC = "http://loinc.org";

	private static final String CODED = "http%3A%2F%2Floinc.org%7C";

	private static final String BY_CODE = "Observation?patient=p1&code=" + CODED + "2160-0," + CODED
			+ "2823-3&date=ge2026-10-23&_count=20";

	private static final String PROBE = "Observation?patient=p1&category=laboratory&date=ge2026-10-23&_count=20";

	private static final ChartRequirements ASKED = new ChartRequirements(
			Map.of(Part.LABORATORY, Set.of(new Code(LOINC, "2823-3"), new Code(LOINC, "2160-0"))),
			Map.of(Part.LABORATORY, 30));

	private final FakeFhirSession ehr = new FakeFhirSession();

	private final ChartReader reader = Readers.asking(ASKED);

	@AfterEach
	void close() {
		this.reader.close();
	}

	@Test
	void asksByCategoryWhereCodesAreNotAccepted() {
		this.ehr.fails(BY_CODE, Kind.REJECTED, 400);
		this.ehr.answers(FakeFhirSession.LABS, Fhir.pageBefore("page2", Fhir.lab("k1", "")));
		this.ehr.answers("page2", Fhir.page(Fhir.lab("k2", "")));

		Chart chart = this.reader.read(this.ehr);

		assertThat(chart.results()).hasSize(2);
		assertThat(chart.isComplete(Part.LABORATORY)).isTrue();
		assertThat(chart.part(Part.LABORATORY).since()).isEmpty();
		assertThat(chart.part(Part.LABORATORY).queries())
			.extracting((row) -> row.role() + " " + row.outcome() + " " + row.status())
			.containsExactlyInAnyOrder("PLANNED FAILED 400", "PROBE FAILED 404", "FALLBACK OK 200",
					"REPORTS EMPTY 200");
	}

	@Test
	void asksOnceForAllQueriesThatAreNotAccepted() {
		this.ehr.speaks(Dialects.plain().observations(By.AUTO, 1).dialect());
		this.ehr.answers("Observation?patient=p1&code=" + CODED + "2160-0&date=ge2026-10-23&_count=20",
				Fhir.page(Fhir.lab("k1", "")));
		this.ehr.fails("Observation?patient=p1&code=" + CODED + "2823-3&date=ge2026-10-23&_count=20", Kind.REJECTED,
				400);
		this.ehr.answers(FakeFhirSession.LABS, Fhir.page(Fhir.lab("k1", ""), Fhir.lab("k2", "")));

		Chart chart = this.reader.read(this.ehr);

		assertThat(chart.results()).hasSize(2);
		assertThat(chart.isComplete(Part.LABORATORY)).isTrue();
		assertThat(chart.part(Part.LABORATORY).since()).isEmpty();
	}

	@Test
	void remembersTheServerAndNoOtherOne() {
		this.ehr.isServer("https://one.example/fhir");
		this.ehr.fails(BY_CODE, Kind.REJECTED, 400);
		this.reader.read(this.ehr);

		this.reader.read(this.ehr);
		FakeFhirSession other = new FakeFhirSession().isServer("https://other.example/fhir");
		this.reader.read(other);

		assertThat(this.ehr.asked().stream().filter(BY_CODE::equals)).hasSize(1);
		assertThat(this.ehr.asked().stream().filter(FakeFhirSession.LABS::equals)).hasSize(2);
		assertThat(other.asked()).contains(BY_CODE);
	}

	@Test
	void learnsNothingWhereThePlainerQueryFailsToo() {
		this.ehr.isServer("https://one.example/fhir");
		this.ehr.fails(BY_CODE, Kind.REJECTED, 400);
		this.ehr.fails(FakeFhirSession.LABS, Kind.REJECTED, 422);

		PartRead read = this.reader.read(this.ehr).part(Part.LABORATORY);
		this.reader.read(this.ehr);

		assertThat(read.outcome()).isEqualTo(ReadOutcome.FAILED);
		assertThat(ReadWords.why(read)).contains("did not accept").contains("(400)");
		assertThat(this.ehr.asked().stream().filter(BY_CODE::equals)).hasSize(2);
	}

	@Test
	void forgetsAfterAWhile() {
		AtomicLong now = new AtomicLong();
		UnsupportedQueries learned = new UnsupportedQueries(now::get);
		Query query = Query.of(Part.LABORATORY, SearchUrl.of("Observation", "p1"));

		learned.doesNotAccept("https://one.example", query);
		learned.doesNotAccept("", query);

		assertThat(learned.isKnownNotToAccept("https://one.example", query)).isTrue();
		assertThat(learned.isKnownNotToAccept("", query)).isFalse();
		now.addAndGet(13L * 3600 * 1_000_000_000);
		assertThat(learned.isKnownNotToAccept("https://one.example", query)).isFalse();
	}

	@Test
	void keepsToTheDialectThatWasConfigured() {
		this.ehr.speaks(Dialects.plain().observations(By.CODE, 50).dialect());
		this.ehr.fails(BY_CODE, Kind.REJECTED, 400);
		this.ehr.answers(FakeFhirSession.LABS, Fhir.page(Fhir.lab("k1", "")));

		Chart chart = this.reader.read(this.ehr);

		assertThat(chart.part(Part.LABORATORY).outcome()).isEqualTo(ReadOutcome.FAILED);
		assertThat(this.ehr.asked()).doesNotContain(FakeFhirSession.LABS);
	}

	@Test
	void doesNotAskAgainWhereALaterPageFails() {
		this.ehr.answers(BY_CODE, Fhir.pageBefore("page2", Fhir.lab("k1", "")));
		this.ehr.fails("page2", Kind.REJECTED, 400);

		Chart chart = this.reader.read(this.ehr);

		assertThat(chart.part(Part.LABORATORY).outcome()).isEqualTo(ReadOutcome.TRUNCATED);
		assertThat(this.ehr.asked()).doesNotContain(FakeFhirSession.LABS);
	}

	@Test
	void neverAsksForWhatTheServerDoesNotOffer() {
		this.ehr.speaks(Dialects.plain().unsupported("Condition", "AllergyIntolerance").dialect());

		Chart chart = this.reader.read(this.ehr);

		assertThat(chart.part(Part.PROBLEMS).outcome()).isEqualTo(ReadOutcome.REFUSED);
		assertThat(ReadWords.why(chart.part(Part.PROBLEMS)))
			.isEqualTo("This EHR offers apps no problem list (Condition).");
		assertThat(this.ehr.asked()).noneMatch((location) -> location.matches("(Condition|Allergy).*"));
	}

	@Test
	void saysThatThereAreResultsUnderCodesThatItDoesNotKnow() {
		this.ehr.answers(BY_CODE, Fhir.page());
		this.ehr.answers(PROBE, Fhir.page(Fhir.lab("k1", "").replace("http://loinc.org", "urn:local")));

		PartRead read = this.reader.read(this.ehr).part(Part.LABORATORY);

		assertThat(read.isComplete()).isFalse();
		assertThat(ReadWords.why(read)).contains("none under a code that this reference knows");
		assertThat(read.queries()).extracting(QueryRead::role).containsExactly(Role.PLANNED, Role.PROBE, Role.REPORTS);
	}

	@Test
	void leavesAsideWhatIsUnderOtherCodesWhereSomethingIsUnderKnownOnes() {
		this.ehr.answers(BY_CODE, Fhir.page(Fhir.lab("k1", "")));
		this.ehr.answers(PROBE, Fhir.page(Fhir.lab("k2", "").replace("http://loinc.org", "urn:local")));

		Chart chart = this.reader.read(this.ehr);

		assertThat(chart.results()).hasSize(1);
		assertThat(chart.isComplete(Part.LABORATORY)).isTrue();
	}

	@Test
	void looksAtAFewUnderOtherCodesAndNotAtAllOfThem() {
		this.ehr.answers(BY_CODE, Fhir.page());
		this.ehr.answers(PROBE, Fhir.pageBefore("page2", Fhir.lab("k2", "").replace("http://loinc.org", "urn:local")));

		assertThat(ReadWords.why(this.reader.read(this.ehr).part(Part.LABORATORY))).contains("none under a code");
		assertThat(this.ehr.asked()).doesNotContain("page2");
	}

	@Test
	void isCompleteWhereTheOthersAreCodedAsTheKnownOnesAre() {
		this.ehr.answers(BY_CODE, Fhir.page());
		this.ehr.answers(PROBE, Fhir.page(Fhir.lab("k1", "").replace("2823-3", "2093-3")));

		assertThat(this.reader.read(this.ehr).isComplete(Part.LABORATORY)).isTrue();
	}

	@Test
	void isEmptyWhereThereIsNothingUnderAnyCode() {
		this.ehr.answers(BY_CODE, Fhir.page());
		this.ehr.answers(PROBE, Fhir.page());

		PartRead read = this.reader.read(this.ehr).part(Part.LABORATORY);

		assertThat(read.outcome()).isEqualTo(ReadOutcome.EMPTY);
		assertThat(read.since()).contains(Fhir.TODAY.minusDays(30));
	}

	@Test
	void isNotEmptyWhereItCouldNotLookUnderOtherCodes() {
		this.ehr.answers(BY_CODE, Fhir.page());
		this.ehr.fails("Observation?patient=p1&category=laboratory&date=ge2026-10-23&_count=20", Kind.FORBIDDEN, 403);

		PartRead read = this.reader.read(this.ehr).part(Part.LABORATORY);

		assertThat(read.outcome()).isEqualTo(ReadOutcome.TRUNCATED);
		assertThat(ReadWords.why(read)).contains("Only some of it was read", "(403)");
	}

}
