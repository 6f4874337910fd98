package org.twitchingreference.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import com.github.benmanes.caffeine.cache.Ticker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.capacity.EhrThreads;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.ChartRequirements;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.Fhir;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.Medicine;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.chart.Problem;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.chart.ReadWords;
import org.twitchingreference.fhir.FhirReply;
import org.twitchingreference.fhir.FhirReply.Failure.Kind;
import org.twitchingreference.mapping.FakeFhirSession;
import org.twitchingreference.mapping.PersonMapping;

import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class ChartReaderTests {

	private final FakeFhirSession ehr = new FakeFhirSession();

	private final ChartReader reader = Readers.patient();

	@AfterEach
	void close() {
		this.reader.close();
	}

	@Test
	void readsEveryPart() {
		this.ehr.answers(FakeFhirSession.LABS, Fhir.page(Fhir.lab("k1", ""), Fhir.lab("k2", "")));
		this.ehr.answers(FakeFhirSession.PROBLEMS, Fhir.page(Fhir.problem("c1", "")));

		Chart chart = read();

		assertThat(chart.patient().name()).isEqualTo("Jane A. Doe");
		assertThat(chart.results()).extracting(LabResult::reference)
			.containsExactly("Observation/k1", "Observation/k2");
		assertThat(chart.problems()).extracting(Problem::name).containsExactly("Migraine");
		assertOk(chart.part(Part.LABORATORY), 2, 2);
		assertThat(chart.part(Part.MEDICATIONS).outcome()).isEqualTo(ReadOutcome.EMPTY);
	}

	@Test
	void followsEveryPageAndCountsARepeatedResourceOnce() {
		this.ehr.answers(FakeFhirSession.LABS, Fhir.pageBefore("page2", Fhir.lab("k1", ""), Fhir.lab("k2", "")));
		this.ehr.answers("page2", Fhir.page(Fhir.lab("k2", ""), Fhir.lab("k3", "")));

		Chart chart = read();

		assertThat(chart.results()).hasSize(3);
		assertOk(chart.part(Part.LABORATORY), 3, 3);
	}

	@Test
	void saysTruncatedWhenThePagesNeverEnd() {
		this.ehr.answers(FakeFhirSession.LABS, Fhir.pageBefore("page2", Fhir.lab("k1", "")));
		this.ehr.answers("page2", Fhir.pageBefore("page3", Fhir.lab("k2", "")));
		this.ehr.answers("page3", Fhir.pageBefore("page4", Fhir.lab("k3", "")));

		Chart chart = read();

		assertThat(chart.results()).hasSize(3);
		assertTruncated(chart, "more pages");
		assertThat(this.ehr.asked()).doesNotContain("page4");
	}

	@Test
	void saysTruncatedWhenThePagesLeadBack() {
		this.ehr.answers(FakeFhirSession.LABS, Fhir.pageBefore("page2", Fhir.lab("k1", "")));
		this.ehr.answers("page2", Fhir.pageBefore("page2", Fhir.lab("k2", "")));

		assertTruncated(read(), "lead back to themselves");
	}

	@Test
	void saysTruncatedWhenTheNextPageIsOnAnotherHost() {
		String foreign = "https://elsewhere.example/next";
		this.ehr.answers(FakeFhirSession.LABS, Fhir.pageBefore(foreign, Fhir.lab("k1", "")));
		this.ehr.fails(foreign, Kind.FOREIGN_LOCATION, 0);

		Chart chart = read();

		assertThat(chart.results()).hasSize(1);
		assertTruncated(chart, "an address that is not its own");
	}

	@Test
	void keepsThePagesBeforeAFailure() {
		this.ehr.answers(FakeFhirSession.LABS, Fhir.pageBefore("page2", Fhir.lab("k1", "")));
		this.ehr.fails("page2", Kind.UNAUTHORIZED, 401);

		Chart chart = read();

		assertThat(chart.results()).hasSize(1);
		assertTruncated(chart, "(401)");
	}

	@Test
	void saysThatTheEhrForgotTheSearch() {
		this.ehr.answers(FakeFhirSession.LABS, Fhir.pageBefore("page2", Fhir.lab("k1", "")));
		this.ehr.fails("page2", Kind.NOT_FOUND, 410);

		assertTruncated(read(), "forgot its search");
	}

	@Test
	void neverAsksForWhatWasNotGranted() {
		this.ehr.refuses("Condition");

		PartRead problems = read().part(Part.PROBLEMS);

		assertThat(problems.outcome()).isEqualTo(ReadOutcome.REFUSED);
		assertThat(ReadWords.why(problems)).contains("scope for Condition");
		assertThat(this.ehr.asked()).noneMatch((location) -> location.startsWith("Condition"));
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void namesEveryFailureAndReadsTheRest(Kind kind) {
		this.ehr.fails(FakeFhirSession.PROBLEMS, kind, 599);
		this.ehr.answers(FakeFhirSession.LABS, Fhir.page(Fhir.lab("k1", "")));

		Chart chart = read();

		boolean restricted = kind == Kind.RESTRICTED;
		boolean refused = restricted || kind == Kind.FORBIDDEN || kind == Kind.UNAUTHORIZED;
		assertThat(chart.part(Part.PROBLEMS).outcome()).isEqualTo(refused ? ReadOutcome.REFUSED : ReadOutcome.FAILED);
		assertThat(ReadWords.why(chart.part(Part.PROBLEMS))).contains("problem list")
			.contains(restricted ? "give your reason" : "(599)")
			.doesNotContain("%");
		assertThat(chart.isComplete(Part.LABORATORY)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html>Sign in</html>", "null", "[]", "'text'", "{}", "{'resourceType':'Observation'}",
			"{'resourceType':'Bundle','entry':[", "{'resourceType':'OperationOutcome'}" })
	void saysFailedWhenTheAnswerIsNoBundle(String body) {
		this.ehr.answers(FakeFhirSession.PROBLEMS, body);

		PartRead problems = read().part(Part.PROBLEMS);

		assertThat(problems.outcome()).isEqualTo(ReadOutcome.FAILED);
		assertThat(ReadWords.why(problems)).contains("not FHIR");
	}

	@Test
	void readsTheRestWithoutThePatientRecord() {
		this.ehr.fails(FakeFhirSession.PATIENT, Kind.SERVER_ERROR, 500);
		this.ehr.answers(FakeFhirSession.LABS, Fhir.page(Fhir.lab("k1", "")));

		Chart chart = read();

		assertThat(chart.patient()).isEqualTo(PersonMapping.unread("Patient/p1"));
		assertThat(chart.part(Part.PATIENT).outcome()).isEqualTo(ReadOutcome.FAILED);
		assertThat(chart.results()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'resourceType':'Patient','id':'p2','name':[{'text':'Other'}]}",
			"{'resourceType':'Patient','name':[{'text':'Nobody'}]}", "{'resourceType':'Patient','id':'p1','name':'x'}",
			"{'resourceType':'OperationOutcome','issue':[{'severity':'information'}]}" })
	void neverShowsAnotherPatientsName(String record) {
		this.ehr.answers(FakeFhirSession.PATIENT, record);

		Chart chart = read();

		assertThat(chart.patient().name()).isEmpty();
		assertThat(chart.part(Part.PATIENT).outcome()).isEqualTo(ReadOutcome.FAILED);
	}

	@Test
	void leavesOutWhatBelongsToAnotherPatient() {
		String other = Fhir.lab("k2", "").replace("Patient/p1", "Patient/p2");
		String absolute = Fhir.lab("k3", "").replace("Patient/p1", "https://ehr.example/fhir/Patient/p1/_history/2");
		this.ehr.answers(FakeFhirSession.LABS, Fhir.page(Fhir.lab("k1", ""), other, absolute));

		Chart chart = read();

		assertThat(chart.results()).extracting(LabResult::reference)
			.containsExactly("Observation/k1", "Observation/k3");
		assertTruncated(chart, "another patient");
		assertThat(chart.part(Part.LABORATORY).unreadable())
			.containsExactly(new Unreadable("Observation/k2", EntryReason.OF_ANOTHER_PATIENT.reason()));
	}

	@Test
	void losesOnlyTheBrokenEntries() {
		this.ehr.answers(FakeFhirSession.LABS, Fhir.bundle("", Fhir.lab("k1", "'valueQuantity':'3.1'"), "{'id':'x'}",
				"null", "{'resourceType':'Observatoin','id':'k2'}", Fhir.lab("k3", "'valueQuantity':{'value':3.10}")));

		Chart chart = read();

		assertThat(chart.results()).extracting((result) -> result.value().shown()).containsExactly("3.10");
		assertThat(chart.part(Part.LABORATORY).unreadable()).extracting(Unreadable::reference)
			.containsExactly("Observation/k1", "entry", "entry", "entry");
		assertThat(ReadWords.why(chart.part(Part.LABORATORY))).isEqualTo("4 entries could not be understood.");
		assertThat(chart.isComplete(Part.LABORATORY)).isFalse();
	}

	@Test
	void takesTheServersWarningForWhatItIs() {
		this.ehr.answers(FakeFhirSession.LABS, Fhir.page(Fhir.lab("k1", ""), Fhir.outcome("warning", "")));

		assertTruncated(read(), "warned");
	}

	@Test
	void takesAServersNothingFoundForAnEmptyAnswer() {
		this.ehr.answers(FakeFhirSession.LABS,
				Fhir.page(Fhir.outcome("warning", "'details':{'coding':[{'system':'urn:oid:1.2.3','code':'4101'}]}")));

		assertThat(read().part(Part.LABORATORY).outcome()).isEqualTo(ReadOutcome.EMPTY);
	}

	@Test
	void noticesThatFewerEntriesCameThanWereAnnounced() {
		this.ehr.answers(FakeFhirSession.LABS, Fhir.bundle("'total':5,", Fhir.lab("k1", "")));

		assertTruncated(read(), "announced more entries");
	}

	@Test
	void readsEachReferredMedicationOnce() {
		this.ehr.answers(FakeFhirSession.ORDERS,
				Fhir.page(Fhir.order("m1", "'status':'active','medicationReference':{'reference':'Medication/d1'}"),
						Fhir.order("m2", "'status':'stopped','medicationReference':{'reference':'Medication/d1'}"),
						Fhir.order("m3", "'status':'active','medicationReference':{'reference':'Medication/d2'}")));
		this.ehr.answers("Medication/d1", "{'resourceType':'Medication','id':'d1','code':{'text':'Furosemide'}}");
		this.ehr.answers("Medication/d2", "{'resourceType':'Medication','id':'other','code':{'text':'Wrong'}}");

		Chart chart = read();

		assertThat(chart.medicines()).extracting(Medicine::name).containsExactly("Furosemide", "Furosemide");
		assertThat(chart.part(Part.MEDICATIONS).unreadable())
			.containsExactly(new Unreadable("MedicationRequest/m3", EntryReason.UNREAD_MEDICINE.reason()));
		assertThat(this.ehr.asked().stream().filter("Medication/d1"::equals)).hasSize(1);
	}

	@Test
	void doesNotReadMedicationsWithoutTheirScope() {
		this.ehr.refuses("Medication");
		this.ehr.answers(FakeFhirSession.ORDERS,
				Fhir.page(Fhir.order("m1", "'status':'active','medicationReference':{'reference':'Medication/d1'}")));

		assertThat(read().part(Part.MEDICATIONS).unreadable()).hasSize(1);
		assertThat(this.ehr.asked()).doesNotContain("Medication/d1");
	}

	@Test
	void doesNotWaitForASlowPart() {
		CountDownLatch never = new CountDownLatch(1);
		this.ehr.answers(FakeFhirSession.LABS, Fhir.pageBefore("slow", Fhir.lab("k1", "")));
		this.ehr.answers("slow", () -> awaited(never));
		this.ehr.answers(FakeFhirSession.PROBLEMS, Fhir.page(Fhir.problem("c1", "")));

		CompletableFuture<Runnable> giveUp = new CompletableFuture<>();
		try (ChartReader impatient = Readers.until(giveUp::complete)) {
			ChartProgress progress = impatient.start(this.ehr);
			waitUntil(progress, () -> this.ehr.asked().contains("slow") && progress.soFar().isComplete(Part.PROBLEMS)
					&& !progress.soFar().results().isEmpty());
			giveUp.join().run();
			Chart chart = progress.whole().join();

			assertTruncated(chart, "did not answer in time");
			assertThat(chart.results()).hasSize(1);
			assertThat(chart.problems()).hasSize(1);
			assertThat(chart.isComplete(Part.PROBLEMS)).isTrue();
		}
		finally {
			never.countDown();
		}
	}

	@Test
	void saysThatNothingCameInTime() {
		CountDownLatch never = new CountDownLatch(1);
		for (String location : List.of(FakeFhirSession.PATIENT, FakeFhirSession.LABS, FakeFhirSession.ORDERS,
				FakeFhirSession.ENDED_ORDERS, FakeFhirSession.PROBLEMS, FakeFhirSession.WEIGHT,
				FakeFhirSession.ALLERGIES)) {
			this.ehr.answers(location, () -> awaited(never));
		}

		try (ChartReader impatient = Readers.until(Runnable::run)) {
			assertThat(impatient.read(this.ehr).parts()).filteredOn((read) -> read.part().isFoundation())
				.extracting(PartRead::outcome)
				.containsOnly(ReadOutcome.FAILED);
		}
		finally {
			never.countDown();
		}
	}

	@Test
	void survivesASessionThatThrows() {
		this.ehr.answers(FakeFhirSession.LABS, () -> {
			throw new IllegalStateException("broken");
		});

		assertThat(ReadWords.why(read().part(Part.LABORATORY))).contains("This app failed");
	}

	@Test
	void isMadeAndClosedBySpring() {
		new ApplicationContextRunner().withUserConfiguration(ReadingConfiguration.class)
			.withBean(ChartRequirements.class, () -> Fhir.WEIGHT)
			.withBean(Ticker.class, Ticker::systemTicker)
			.withBean("readingThreads", EhrThreads.class, () -> new EhrThreads("test-", 8, 100))
			// As SpringApplication does: it reads "20s"
			.withInitializer((context) -> context.getBeanFactory()
				.setConversionService(ApplicationConversionService.getSharedInstance()))
			.withPropertyValues("twitching.chart.deadline=20s", "twitching.chart.size=1MB")
			.run((context) -> {
				assertThat(context).hasSingleBean(ChartReader.class);
				ChartReader spring = context.getBean(ChartReader.class);
				assertThat(spring.read(this.ehr).isComplete(Part.LABORATORY)).isTrue();
				context.close();
				assertThat(ReadWords.why(spring.read(this.ehr).part(Part.LABORATORY))).contains("too busy");
			});
	}

	@ParameterizedTest
	@CsvSource({ "deadline, 0s", "size, 0B", "at-once, 0", "longest-wait, -1s" })
	void saysWhichSettingToChange(String setting, String value) {
		new ApplicationContextRunner().withUserConfiguration(ReadingConfiguration.class)
			.withBean(ChartRequirements.class, () -> Fhir.WEIGHT)
			.withBean(Ticker.class, Ticker::systemTicker)
			.withBean("readingThreads", EhrThreads.class, () -> new EhrThreads("test-", 8, 100))
			.withInitializer((context) -> context.getBeanFactory()
				.setConversionService(ApplicationConversionService.getSharedInstance()))
			.withPropertyValues("twitching.chart." + setting + "=" + value)
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.hasMessageStartingWith("Set twitching.chart." + setting + " to"));
	}

	@Test
	void readsNoMoreChartsAtOnceThanConfiguredAndTheNextOneAfterwards() {
		CountDownLatch held = new CountDownLatch(1);
		this.ehr.answers(FakeFhirSession.LABS, () -> awaited(held));
		FakeFhirSession later = new FakeFhirSession();
		try (ChartReader one = Readers.oneAtOnce()) {
			ChartProgress first = one.start(this.ehr);
			ChartProgress second = one.start(later);
			waitUntil(first, () -> this.ehr.asked().contains(FakeFhirSession.LABS));

			assertThat(later.asked()).isEmpty();
			assertThat(second.isComplete()).isFalse();
			assertThat(second.soFar().parts()).extracting(PartRead::outcome).containsOnly(ReadOutcome.PENDING);
			held.countDown();
			assertThat(first.whole().join().isComplete(Part.LABORATORY)).isTrue();
			assertThat(second.whole().join().isComplete(Part.LABORATORY)).isTrue();
			assertThat(second.isRefused()).isFalse();
		}
		finally {
			held.countDown();
		}
	}

	@Test
	void saysThatItIsTooBusyToAChartThatWaitedTooLong() {
		CountDownLatch held = new CountDownLatch(1);
		this.ehr.answers(FakeFhirSession.LABS, () -> awaited(held));
		List<Runnable> givingUp = new ArrayList<>();
		try (ChartReader one = Readers.oneAtOnce(givingUp::add)) {
			ChartProgress first = one.start(this.ehr);
			ChartProgress second = one.start(new FakeFhirSession());

			givingUp.forEach(Runnable::run);

			assertThat(second.isRefused()).isTrue();
			assertThat(ReadWords.why(second.whole().join().part(Part.LABORATORY))).contains("too busy");
			held.countDown();
			assertThat(first.whole().join().isComplete(Part.LABORATORY)).isTrue();
			assertThat(first.isRefused()).isFalse();
		}
		finally {
			held.countDown();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 4, 64 })
	void anEhrThatAnswersNothingDelaysNoChartOfAnother(int users) {
		CountDownLatch held = new CountDownLatch(1);
		FakeFhirSession slow = new FakeFhirSession().isOf("slow").meanwhile(() -> awaited(held));
		try (ChartReader shared = Readers.of(8, 4)) {
			List<ChartProgress> waiting = IntStream.range(0, users).mapToObj((user) -> shared.start(slow)).toList();

			Chart other = shared.read(this.ehr.isOf("quick"));

			assertThat(other.isComplete(Part.LABORATORY)).isTrue();
			assertThat(waiting).noneMatch(ChartProgress::isComplete);
			held.countDown();
			assertThat(waiting).allMatch((chart) -> chart.whole().join().isComplete(Part.LABORATORY));
		}
		finally {
			held.countDown();
		}
	}

	@Test
	void sendsNoMoreRequestsAtOnceThanTheLaunchMay() {
		AtomicInteger now = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		this.ehr.takesAtOnce(1).meanwhile(() -> {
			most.accumulateAndGet(now.incrementAndGet(), Math::max);
			Thread.onSpinWait();
			now.decrementAndGet();
		});

		assertThat(read().isComplete(Part.LABORATORY)).isTrue();
		assertThat(most).hasValue(1);
	}

	@Test
	void readsTheWeightByItsCodeAndApartFromTheResults() {
		this.ehr.answers(FakeFhirSession.WEIGHT, Fhir.page(Fhir.lab("w1", "").replace("2823-3", "29463-7")));

		Chart chart = read();

		assertThat(chart.vitalSigns()).extracting(LabResult::reference).containsExactly("Observation/w1");
		assertThat(chart.results()).isEmpty();
		assertOk(chart.part(Part.VITAL_SIGNS), 1, 1);
	}

	@Test
	void losesOnlyTheWeightWhenTheEhrRefusesIt() {
		this.ehr.fails(FakeFhirSession.WEIGHT, Kind.FORBIDDEN, 403);

		Chart chart = read();

		assertThat(chart.part(Part.VITAL_SIGNS).outcome()).isEqualTo(ReadOutcome.REFUSED);
		assertThat(ReadWords.why(chart.part(Part.VITAL_SIGNS))).contains("body weight");
		assertThat(chart.isComplete(Part.LABORATORY)).isTrue();
	}

	private Chart read() {
		return this.reader.read(this.ehr);
	}

	private static void assertOk(PartRead read, int entries, int pages) {
		assertThat(read.outcome()).isEqualTo(ReadOutcome.OK);
		assertThat(read.isComplete()).isTrue();
		assertThat(read.entries()).isEqualTo(entries);
		assertThat(read.pages()).isEqualTo(pages);
		assertThat(ReadWords.why(read)).isEmpty();
	}

	private static void assertTruncated(Chart chart, String why) {
		assertThat(chart.part(Part.LABORATORY).outcome()).isEqualTo(ReadOutcome.TRUNCATED);
		assertThat(ReadWords.why(chart.part(Part.LABORATORY))).contains(why);
	}

	private static void waitUntil(ChartProgress progress, BooleanSupplier condition) {
		while (!condition.getAsBoolean()) {
			Readers.awaitNewer(progress);
		}
	}

	private static FhirReply awaited(CountDownLatch never) {
		try {
			never.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return Fhir.body(Fhir.page());
	}

}
