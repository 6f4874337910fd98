package org.twitchingreference.chart;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.fhir.Dialect.DatePrefix;
import org.twitchingreference.fhir.Dialect.Observations.By;
import org.twitchingreference.mapping.FakeFhirSession;
import org.twitchingreference.reading.ChartReader;
import org.twitchingreference.reading.Readers;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that cannot filter by date is read no further than anything looks back. */
class LookbackTests {

	private static final String NEWEST_FIRST = "Observation?patient=p1&category=laboratory&_sort=-date&_count=20";

	private final FakeFhirSession ehr = new FakeFhirSession();

	private final ChartReader reader = Readers.asking(new ChartRequirements(
			Map.of(Part.LABORATORY, Set.of(new Code("http://loinc.org", "2823-3"))), Map.of(Part.LABORATORY, 30)));

	@BeforeEach
	void sorts() {
		this.ehr.speaks(Dialects.plain().observations(By.CATEGORY, 50).dates(DatePrefix.NONE).sortsByDate().dialect());
	}

	@AfterEach
	void close() {
		this.reader.close();
	}

	@Test
	void stopsWhereAllThatIsLeftIsOlder() {
		this.ehr.answers(NEWEST_FIRST, Fhir.bundle("'total':900,'link':[{'relation':'next','url':'page2'}],",
				lab("k1", "2026-11-20"), lab("k2", "2026-11-20T08:00:00Z"), lab("k3", "2026-10-01")));

		Chart chart = this.reader.read(this.ehr);

		assertThat(chart.isComplete(Part.LABORATORY)).isTrue();
		assertThat(chart.part(Part.LABORATORY).since()).contains(Fhir.TODAY.minusDays(30));
		assertThat(this.ehr.asked()).doesNotContain("page2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "'effectiveDateTime':'2026-11-21'", "'effectiveDateTime':'gibberish'", "",
			"'effectiveTiming':{'event':['2020-01-01']}" })
	void readsOnWhereTheOrderIsNotWhatWasAskedFor(String time) {
		this.ehr.answers(NEWEST_FIRST,
				Fhir.pageBefore("page2", lab("k1", "2026-11-20"), Fhir.lab("k2", time), lab("k3", "2026-10-01")));
		this.ehr.answers("page2", Fhir.page(lab("k4", "2026-11-19")));

		Chart chart = this.reader.read(this.ehr);

		assertThat(chart.results()).extracting(LabResult::reference).contains("Observation/k4");
		assertThat(chart.part(Part.LABORATORY).since()).isEmpty();
	}

	/** It may be newer than all the others, or the only one of its analyte. */
	@Test
	void readsOnWhereAnEntryCouldNotBeUnderstood() {
		this.ehr.answers(NEWEST_FIRST,
				Fhir.pageBefore("page2", lab("k1", "2026-11-20"), "{}", lab("k3", "2026-10-01")));
		this.ehr.answers("page2", Fhir.page(lab("k4", "2026-09-19")));

		Chart chart = this.reader.read(this.ehr);

		assertThat(this.ehr.asked()).contains("page2");
		assertThat(chart.results()).extracting(LabResult::reference).contains("Observation/k4");
		assertThat(chart.part(Part.LABORATORY).since()).isEmpty();
		assertThat(chart.isComplete(Part.LABORATORY)).isFalse();
		assertThat(ReadWords.why(chart.part(Part.LABORATORY))).contains("could not be understood");
	}

	@Test
	void readsOnWhileAnythingMayStillBeLookedAt() {
		this.ehr.answers(NEWEST_FIRST, Fhir.pageBefore("page2", lab("k1", "2026-11-20"), lab("k2", "2026-10")));
		this.ehr.answers("page2", Fhir.page(lab("k3", "2026-10-01")));

		assertThat(this.reader.read(this.ehr).results()).hasSize(3);
	}

	private static String lab(String id, String day) {
		return Fhir.lab(id, "'effectiveDateTime':'" + day + "'");
	}

}
