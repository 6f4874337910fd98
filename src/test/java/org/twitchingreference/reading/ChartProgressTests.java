package org.twitchingreference.reading;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.Fhir;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.chart.ReadWords;
import org.twitchingreference.fhir.FhirReply;
import org.twitchingreference.mapping.FakeFhirSession;

import static org.assertj.core.api.Assertions.assertThat;

/** What is seen of a chart while it is being read. */
class ChartProgressTests {

	private final FakeFhirSession ehr = new FakeFhirSession();

	private final CountDownLatch held = new CountDownLatch(1);

	private final CompletableFuture<Runnable> giveUp = new CompletableFuture<>();

	private final ChartReader reader = Readers.until(this.giveUp::complete);

	@AfterEach
	void close() {
		this.held.countDown();
		this.reader.close();
	}

	@Test
	void showsWhatIsInAndWhatIsStillComing() {
		this.ehr.answers(FakeFhirSession.PROBLEMS, Fhir.page(Fhir.problem("c1", "")));
		this.ehr.answers(FakeFhirSession.LABS, Fhir.pageBefore("page2", Fhir.lab("k1", "")));
		this.ehr.answers("page2", () -> afterAll(Fhir.page(Fhir.lab("k2", ""))));

		ChartProgress progress = this.reader.start(this.ehr);
		whenAllButLaboratory(progress);
		while (progress.soFar().results().isEmpty()) {
			Readers.awaitNewer(progress);
		}
		Chart soFar = progress.soFar();

		assertThat(progress.isComplete()).isFalse();
		assertThat(soFar.problems()).hasSize(1);
		assertThat(soFar.results()).hasSize(1);
		assertThat(soFar.isComplete(Part.LABORATORY)).isFalse();
		assertThat(soFar.part(Part.LABORATORY).outcome()).isEqualTo(ReadOutcome.PENDING);
		assertThat(ReadWords.why(soFar.part(Part.LABORATORY))).contains("still being asked");

		int before = progress.revision();
		this.held.countDown();
		Chart whole = progress.whole().join();

		assertThat(whole.results()).hasSize(2);
		assertThat(whole.parts()).extracting(PartRead::outcome).doesNotContain(ReadOutcome.PENDING);
		assertThat(progress.newer(before).join()).isGreaterThan(before);
		assertThat(progress.soFar()).isSameAs(whole);
		assertThat(progress.isComplete()).isTrue();
	}

	@Test
	void asksEverythingAtOnce() {
		this.ehr.answers(FakeFhirSession.PATIENT, () -> afterAll(Fhir.PATIENT));
		for (String location : List.of(FakeFhirSession.LABS, FakeFhirSession.ORDERS, FakeFhirSession.ENDED_ORDERS,
				FakeFhirSession.PROBLEMS, FakeFhirSession.WEIGHT, FakeFhirSession.ALLERGIES)) {
			this.ehr.answers(location, () -> afterAll(Fhir.page()));
		}

		ChartProgress progress = this.reader.start(this.ehr);
		while (this.ehr.asked().size() < 7) {
			Thread.onSpinWait();
		}
		this.held.countDown();

		assertThat(progress.whole().join().parts()).allMatch(PartRead::isComplete);
	}

	@Test
	void followsAMedicineWhileTheNextPageIsStillComing() {
		this.ehr.answers(FakeFhirSession.ORDERS, Fhir.pageBefore("page2",
				Fhir.order("m1", "'status':'active','medicationReference':{'reference':'Medication/d1'}")));
		this.ehr.answers("page2", () -> afterAll(Fhir.page()));
		this.ehr.answers("Medication/d1", "{'resourceType':'Medication','id':'d1','code':{'text':'Furosemide'}}");

		ChartProgress progress = this.reader.start(this.ehr);
		while (progress.soFar().medicines().isEmpty()) {
			Readers.awaitNewer(progress);
		}

		assertThat(progress.soFar().part(Part.MEDICATIONS).outcome()).isEqualTo(ReadOutcome.PENDING);
		this.held.countDown();
		assertThat(progress.whole().join().isComplete(Part.MEDICATIONS)).isTrue();
	}

	@Test
	void waitsNoLongerThanSaidAndNotAtAllWhenComplete() {
		ChartProgress complete = ChartProgress.of(Fhir.chart());

		assertThat(complete.isComplete()).isTrue();
		assertThat(complete.newer(0).join()).isZero();
		assertThat(complete.whole().join()).isSameAs(complete.soFar());
	}

	@Test
	void isGivenUpOnceAndThenStays() {
		this.ehr.answers(FakeFhirSession.LABS, () -> afterAll(Fhir.page(Fhir.lab("k1", ""))));

		ChartProgress progress = this.reader.start(this.ehr);
		whenAllButLaboratory(progress);
		this.giveUp.join().run();
		Chart chart = progress.whole().join();
		this.held.countDown();
		this.giveUp.join().run();

		assertThat(chart.part(Part.LABORATORY).outcome()).isEqualTo(ReadOutcome.FAILED);
		assertThat(progress.soFar()).isSameAs(chart);
	}

	@Test
	void keepsWhatWasInWhenTheTimeWasUpAndSaysThatThereIsMore() {
		this.ehr.answers(FakeFhirSession.LABS, Fhir.pageBefore("page2", Fhir.lab("k1", "")));
		this.ehr.answers("page2", () -> afterAll(Fhir.page(Fhir.lab("k2", ""))));

		ChartProgress progress = this.reader.start(this.ehr);
		whenAllButLaboratory(progress);
		while (progress.soFar().results().isEmpty()) {
			Readers.awaitNewer(progress);
		}
		this.giveUp.join().run();
		Chart chart = progress.whole().join();
		this.held.countDown();

		assertThat(chart.results()).extracting(LabResult::reference).containsExactly("Observation/k1");
		assertThat(chart.part(Part.LABORATORY).outcome()).isEqualTo(ReadOutcome.TRUNCATED);
		assertThat(ReadWords.why(chart.part(Part.LABORATORY))).contains("Only some of it was read",
				"did not answer in time");
		assertThat(chart.isComplete(Part.PROBLEMS)).isTrue();
		assertThat(progress.soFar()).isSameAs(chart);
	}

	private static void whenAllButLaboratory(ChartProgress progress) {
		while (progress.soFar().parts().stream().filter((read) -> read.outcome() == ReadOutcome.PENDING).count() > 1) {
			Readers.awaitNewer(progress);
		}
	}

	private FhirReply afterAll(String json) {
		try {
			this.held.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return Fhir.body(json);
	}

}
