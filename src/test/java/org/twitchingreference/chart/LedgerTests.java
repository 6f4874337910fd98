package org.twitchingreference.chart;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.twitchingreference.chart.QueryRead.LeftOut;
import org.twitchingreference.chart.QueryRead.Role;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.fhir.Dialect.Observations.By;
import org.twitchingreference.fhir.FhirReply.Failure.Kind;
import org.twitchingreference.mapping.FakeFhirSession;
import org.twitchingreference.reading.ChartReader;
import org.twitchingreference.reading.Readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What each query delivered, and what became of it. */
class LedgerTests {

	private final FakeFhirSession ehr = new FakeFhirSession();

	private final ChartReader reader = Readers.asking(
			new ChartRequirements(Map.of(Part.LABORATORY, Set.of(new Code("http://loinc.org", "2823-3"))), Map.of()));

	@AfterEach
	void close() {
		this.reader.close();
	}

	@Test
	void countsWhatWasDeliveredAndLeftOut() {
		this.ehr.speaks(Dialects.plain().observations(By.CATEGORY, 50).dialect());
		this.ehr.answers(FakeFhirSession.LABS,
				Fhir.bundle("'total':9,'link':[{'relation':'next','url':'page2'}],", Fhir.lab("k1", ""),
						Fhir.lab("k2", "").replace("Patient/p1", "Patient/p2"),
						Fhir.lab("k3", "").replace("'final'", "'entered-in-error'"),
						Fhir.lab("k4", "").replace("2823-3", "1-1"), "{'resourceType':'Observatoin','id':'k5'}"));
		this.ehr.answers("page2",
				Fhir.page(Fhir.lab("k1", ""), Fhir.outcome("warning", "'code':'incomplete','diagnostics':'Jane Doe'")));

		QueryRead row = row(Part.LABORATORY, 0);

		assertThat(ReadWords.asked(row)).isEqualTo("laboratory results, by category");
		assertThat(row.resourceType()).isEqualTo("Observation");
		assertThat(row.role()).isEqualTo(Role.PLANNED);
		assertThat(row.outcome()).isEqualTo(ReadOutcome.TRUNCATED);
		assertThat(row.status()).isEqualTo(200);
		assertThat(row.pages()).isEqualTo(2);
		assertThat(row.delivered()).isEqualTo(6);
		assertThat(row.announced()).isEqualTo(9);
		assertThat(row.leftOut()).isEqualTo(new LeftOut(1, 1, 1, 1));
		assertThat(row.unrecognised()).isEqualTo(1);
		assertThat(row.warnings()).containsExactly("incomplete");
		assertThat(row.bytes()).isPositive();
	}

	@Test
	void saysSinceWhenAndByHowManyCodesAPartWasAskedFor() {
		Code potassium = new Code("http://loinc.org", "2823-3");
		try (ChartReader dated = Readers
			.asking(new ChartRequirements(Map.of(Part.LABORATORY, Set.of(potassium)), Map.of(Part.LABORATORY, 30)))) {
			assertThat(dated.read(this.ehr).part(Part.LABORATORY).queries()).extracting(ReadWords::asked)
				.containsExactly("laboratory results, by 1 code, dated 23 Oct 2026 or later",
						"laboratory results, a few under any code, dated 23 Oct 2026 or later",
						"diagnostic reports, for the results they contain, dated 23 Oct 2026 or later");
		}
	}

	@Test
	void namesEachQueryOfAPart() {
		this.ehr.speaks(Dialects.plain().conditions(true, "problem-list-item", "encounter-diagnosis").dialect());
		this.ehr.answers("Condition?patient=p1&category=problem-list-item&_count=20", Fhir.page());
		this.ehr.fails("Condition?patient=p1&category=encounter-diagnosis&_count=20", Kind.FORBIDDEN, 403);

		PartRead problems = this.reader.read(this.ehr).part(Part.PROBLEMS);

		assertThat(problems.outcome()).isEqualTo(ReadOutcome.TRUNCATED);
		assertThat(ReadWords.why(problems)).startsWith("Only some of it was read. The EHR refused");
		assertThat(problems.queries()).extracting(ReadWords::asked)
			.containsExactly("problem list, problem-list-item", "problem list, encounter-diagnosis");
		assertThat(problems.queries()).extracting(QueryRead::outcome)
			.containsExactly(ReadOutcome.EMPTY, ReadOutcome.REFUSED);
	}

	@Test
	void tellsWhatWasFollowed() {
		this.ehr.answers(FakeFhirSession.ORDERS,
				Fhir.page(Fhir.order("m1", "'status':'active','medicationReference':{'reference':'Medication/d1'}"),
						Fhir.order("m2", "'status':'active','medicationReference':{'reference':'Medication/d2'}")));
		this.ehr.answers("Medication/d1", "{'resourceType':'Medication','id':'d1','code':{'text':'Furosemide'}}");

		List<QueryRead> rows = this.reader.read(this.ehr).part(Part.MEDICATIONS).queries();
		QueryRead row = rows.get(rows.size() - 1);

		assertThat(row.role()).isEqualTo(Role.FOLLOWED);
		assertThat(row.delivered()).isEqualTo(1);
		assertThat(row.announced()).isEqualTo(2);
		assertThat(row.outcome()).isEqualTo(ReadOutcome.TRUNCATED);
	}

	@Test
	void leavesAsideWhatIsOfNoKnownCodeWhereEverythingComes() {
		try (ChartReader scores = Readers.asking(
				new ChartRequirements(Map.of(Part.SCORES, Set.of(new Code("http://loinc.org", "2823-3"))), Map.of()))) {
			this.ehr.speaks(Dialects.plain().observations(By.CATEGORY, 50).dialect());
			this.ehr.answers("Observation?patient=p1&category=survey&_count=20",
					Fhir.page(Fhir.lab("k1", ""), Fhir.lab("k2", "").replace("2823-3", "1-1")));

			PartRead read = scores.read(this.ehr).part(Part.SCORES);

			assertThat(read.entries()).isEqualTo(1);
			assertThat(read.queries()).extracting(QueryRead::delivered, QueryRead::unrecognised)
				.containsExactly(tuple(2, 1));
		}
	}

	private QueryRead row(Part part, int number) {
		List<QueryRead> rows = this.reader.read(this.ehr).part(part).queries();
		return rows.get(number);
	}

}
