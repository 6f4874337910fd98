package org.twitchingreference.reading;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.ChartRequirements;
import org.twitchingreference.chart.Fhir;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.QueryRead;
import org.twitchingreference.chart.QueryRead.Role;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.chart.ReadWords;
import org.twitchingreference.mapping.FakeFhirSession;

import static org.assertj.core.api.Assertions.assertThat;

/** What reading a chart may hold, where a chart may have 3,000 bytes. */
class MemoryBudgetTests {

	private static final int ROOM = 3000;

	private final FakeFhirSession ehr = new FakeFhirSession();

	private final ChartReader reader = Readers.of(ReadingDeadline.after(Duration.ofMinutes(5)), ROOM,
			ChartRequirements.EVERYTHING);

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
		assertThat(medicines.queries()).filteredOn((query) -> query.role() == Role.FOLLOWED)
			.extracting(QueryRead::outcome)
			.containsExactly(ReadOutcome.FAILED);
	}

	@Test
	void sharesItsRoomWithAllThatAreRead() {
		MemoryBudget.Shared shared = new MemoryBudget.Shared(100, 200);
		MemoryBudget one = new MemoryBudget(shared, "ehr");
		MemoryBudget other = new MemoryBudget(shared, "ehr");

		assertThat(one.take(100)).isTrue();
		assertThat(one.take(1)).isFalse();
		assertThat(other.take(51)).isFalse();
		assertThat(other.take(50)).isTrue();
		one.release();
		assertThat(other.take(50)).isTrue();
		assertThat(other.take(1)).isFalse();
	}

	@Test
	void leavesRoomForAnotherEhrHoweverMuchOneHolds() {
		MemoryBudget.Shared shared = new MemoryBudget.Shared(100, 400);
		List<MemoryBudget> flooding = IntStream.range(0, 10)
			.mapToObj((chart) -> new MemoryBudget(shared, "flooding"))
			.toList();

		assertThat(flooding.stream().filter((chart) -> chart.take(100))).hasSize(3);
		assertThat(new MemoryBudget(shared, "other").take(75)).isTrue();
		assertThat(new MemoryBudget(shared, "third").take(18)).isTrue();
	}

	/** Each of one EHR's pages takes as long as the test. */
	@Test
	@Timeout(value = 5, unit = TimeUnit.MINUTES)
	void parsesThePageOfAnotherEhrHoweverManyOfOneWait() throws InterruptedException {
		MemoryBudget.Shared shared = new MemoryBudget.Shared(1000, 400);
		CountDownLatch parsed = new CountDownLatch(1);
		CountDownLatch first = new CountDownLatch(1);
		ExecutorService threads = Executors.newCachedThreadPool();
		for (int page = 0; page < 20; page++) {
			threads.execute(() -> new MemoryBudget(shared, "flooding").parsing(1000, () -> {
				first.countDown();
				awaitUninterruptibly(parsed);
				return "";
			}));
		}
		first.await();

		assertThat(new MemoryBudget(shared, "other").parsing(1000, () -> "parsed")).isEqualTo("parsed");
		parsed.countDown();
		threads.shutdown();
	}

	private static void awaitUninterruptibly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
