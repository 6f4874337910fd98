package org.twitchingreference.reading;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.ChartRequirements;
import org.twitchingreference.chart.Fhir;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.QueryRead;
import org.twitchingreference.chart.QueryRead.Way;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.chart.ReadWords;
import org.twitchingreference.mapping.FakeFhirSession;

import static org.assertj.core.api.Assertions.assertThat;

/** What reading a chart may hold, where a chart may have 3,000 bytes. */
class MemoryBudgetTests {

	private static final int ROOM = 3000;

	private final FakeFhirSession ehr = new FakeFhirSession();

	private final ChartReader reader = Readers.of(ReadingDeadline.after(Duration.ofMinutes(5)), ROOM,
			ChartRequirements.NOTHING);

	@AfterEach
	void close() {
		this.reader.close();
	}

	@Test
	void neverHoldsMoreThanMayBeReadOfOneChart() {
		this.ehr.answers(FakeFhirSession.LABS, Fhir.pageBefore("page2", Fhir.lab("k1", "")));
		this.ehr.answers("page2", Fhir.page(Fhir.lab("k2", "'valueString':'" + "x".repeat(ROOM) + "'")));

		Chart chart = this.reader.read(this.ehr);

		assertThat(chart.part(Part.LABORATORY).outcome()).isEqualTo(ReadOutcome.TRUNCATED);
		assertThat(ReadWords.why(chart.part(Part.LABORATORY))).contains("more than this app reads at once");
		assertThat(chart.results()).hasSize(1);
	}

	@Test
	void givesBackWhatItHeld() {
		this.ehr.answers(FakeFhirSession.LABS,
				Fhir.page(Fhir.lab("k1", "'valueString':'" + "x".repeat(ROOM / 3) + "'")));

		this.reader.read(this.ehr);

		assertThat(this.reader.read(this.ehr).isComplete(Part.LABORATORY)).isTrue();
	}

	@Test
	void countsTheMedicinesThatEntriesReferTo() {
		this.ehr.answers(FakeFhirSession.ORDERS,
				Fhir.page(Fhir.order("m1", "'status':'active','medicationReference':{'reference':'Medication/d1'}")));
		this.ehr.answers("Medication/d1",
				"{'resourceType':'Medication','id':'d1','code':{'text':'Furosemide" + " ".repeat(ROOM) + "'}}");

		PartRead medicines = this.reader.read(this.ehr).part(Part.MEDICATIONS);

		assertThat(medicines.isComplete()).isFalse();
		assertThat(medicines.unreadable()).hasSize(1);
		assertThat(medicines.queries()).filteredOn((query) -> query.way() == Way.FOLLOWED)
			.extracting(QueryRead::outcome)
			.containsExactly(ReadOutcome.FAILED);
	}

	@Test
	void sharesItsRoomWithAllThatAreRead() {
		MemoryBudget.Shared shared = new MemoryBudget.Shared(100, 150);
		MemoryBudget one = new MemoryBudget(shared);
		MemoryBudget other = new MemoryBudget(shared);

		assertThat(one.take(100)).isTrue();
		assertThat(one.take(1)).isFalse();
		assertThat(other.take(60)).isFalse();
		assertThat(other.take(50)).isTrue();
		one.release();
		assertThat(other.take(50)).isTrue();
		assertThat(other.take(1)).isFalse();
	}

}
