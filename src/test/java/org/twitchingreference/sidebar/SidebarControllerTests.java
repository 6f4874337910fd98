package org.twitchingreference.sidebar;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.twitchingreference.chart.Person;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.presentation.SampleCharts;
import org.twitchingreference.presentation.Samples;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;

@SpringBootTest(classes = SidebarTestApp.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
class SidebarControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private FakeLaunches launches;

	@Test
	void showsTheShellWithoutWaitingForTheChart() {
		FakeProgress reading = new FakeProgress();
		this.launches.open("shell", reading);

		MvcTestResult shell = get("/s/shell/");

		assertThat(shell).hasStatusOk().hasHeader("Cache-Control", "no-store");
		assertThat(shell).bodyText().contains("Reading the chart…", "hx-get=\"assessment\"", "url=complete");
		reading.ends(SampleCharts.normal());
	}

	@Test
	void saysForWhomAndHowLongItIsOpen() {
		open("stays", SampleCharts::normal);

		for (String page : new String[] { "/s/stays/", "/s/stays/complete" }) {
			assertThat(get(page)).bodyText()
				.contains("Signed in: Rowan Ashdown", "Ends ", ", or after 30 min unused.", "action=\"close\"",
						"name=\"_csrf\" value=\"csrf-token\"");
		}
		assertThat(get("/s/stays/")).bodyText().contains("ends in 120 seconds", "data-seconds=\"120\"");
	}

	@Test
	void writesDownWhatWasReadAndShown() {
		FakeProgress progress = new FakeProgress();
		this.launches.open("audited", progress);
		this.launches.audited();

		get("/s/audited/");
		get("/s/audited/assessment");
		assertThat(this.launches.audited()).isEmpty();
		progress.comesIn(SampleCharts.partly());
		get("/s/audited/assessment");
		progress.ends(SampleCharts.rich());
		get("/s/audited/assessment?after=1");
		get("/s/audited/ledger");

		List<String> lines = this.launches.audited();
		assertThat(lines).extracting((line) -> line.replaceAll(".*\"event\":\"(\\w+)\".*", "$1"))
			.containsExactly("view", "read", "view", "view");
		assertThat(lines.get(0)).contains("\"page\":\"assessment\"", "\"whole\":false");
		assertThat(lines.get(1)).contains("\"outcome\":\"read\"", "\"PROBLEMS\":\"", "\"MEDICATIONS\":\"REFUSED\"");
		assertThat(lines.get(2)).contains("\"page\":\"assessment\"", "\"whole\":true");
		assertThat(lines.get(3)).contains("\"page\":\"ledger\"");
		assertThat(String.join("", lines)).doesNotContain("p1\"", "audited\"", "Keller", "3.1", "Furosemide");
	}

	@Test
	void writesDownNoViewOfALaunchThatEndsWhileItsPageWaits() {
		for (String page : List.of("assessment", "complete")) {
			FakeProgress progress = new FakeProgress();
			this.launches.open("ending", progress);
			MvcTestResult held = this.mvc.get().uri("/s/ending/" + page).asyncExchange();
			this.launches.end("ending");
			this.launches.audited();

			progress.ends(SampleCharts.rich());
			held.getMvcResult().getAsyncResult();

			assertThat(this.mvc.perform(asyncDispatch(held.getMvcResult()))).hasStatus(401);
			assertThat(this.launches.audited()).singleElement(InstanceOfAssertFactories.STRING)
				.contains("\"event\":\"read\"");
		}
	}

	@Test
	void fillsInTheAssessment() {
		open("filled", SampleCharts::rich);

		MvcTestResult assessment = get("/s/filled/assessment");

		assertThat(assessment).hasStatusOk().hasHeader("Cache-Control", "no-store");
		assertThat(assessment).bodyText().contains("data-assessment=\"complete\"").doesNotContain("<html");
	}

	@Test
	void showsEverythingOnOnePageWithoutJavaScript() {
		open("whole", SampleCharts::rich);

		MvcTestResult page = get("/s/whole/complete");

		assertThat(page).hasStatusOk().hasHeader("Cache-Control", "no-store");
		assertThat(page).bodyText().contains("<html", "data-assessment=\"complete\"").doesNotContain("<script");
	}

	@Test
	void saysThatItIsStillReadingWhenTheChartTakesLong() {
		FakeProgress reading = new FakeProgress();
		this.launches.open("long", reading);

		assertThat(get("/s/long/assessment")).bodyText().contains("Still reading", "hx-get=\"assessment\"");
		assertThat(get("/s/long/complete")).bodyText().contains("Still reading", "href=\"complete\"");

		reading.ends(SampleCharts.normal());

		assertThat(get("/s/long/complete")).bodyText().contains("data-assessment=\"complete\"");
	}

	@Test
	void showsWhatIsInAndAsksForTheRest() {
		FakeProgress progress = new FakeProgress();
		this.launches.open("parts", progress);
		progress.comesIn(SampleCharts.partly());

		assertThat(get("/s/parts/assessment")).bodyText()
			.contains("data-assessment=\"partial\"", "hx-get=\"assessment?after=1\"", "hx-trigger=\"load, every 1s\"",
					"Still being read: medications, orders.", "Still loading; this page updates by itself.")
			.doesNotContain("data-assessment=\"complete\"");
		assertThat(get("/s/parts/assessment?after=1")).hasStatus(204).bodyText().isEmpty();
		assertThat(get("/s/parts/complete")).bodyText().contains("Still reading").doesNotContain("data-assessment");
		assertThat(get("/s/parts/ledger")).bodyText().contains("still being read");

		progress.ends(SampleCharts.normal());

		assertThat(get("/s/parts/assessment?after=1")).bodyText()
			.contains("data-assessment=\"complete\"")
			.doesNotContain("hx-get", "till being read");
		assertThat(this.mvc.get().uri("/s/parts/assessment?after=x")).hasStatus(400);
	}

	@Test
	void tellsTestersHowTheChartWasRead() {
		open("told", SampleCharts::rich);

		assertThat(get("/s/told/ledger")).bodyText().contains("No chart was read for this launch yet");
		assertThat(get("/s/told/complete")).bodyText().contains("What was read", "href=\"ledger\"");

		MvcTestResult ledger = get("/s/told/ledger");
		assertThat(ledger).hasStatusOk().hasHeader("Cache-Control", "no-store");
		assertThat(ledger).bodyText()
			.contains("Laboratory results", "refused", "<table>")
			.doesNotContain("Keller", "Observation/o7", "Furosemide");
		assertThat(get("/s/nobody/ledger")).hasStatus(401);
	}

	@Test
	void saysThatTheChartCouldNotBeAssessedWithoutSayingWhy() {
		open("broken", () -> {
			throw new IllegalStateException("Martin Keller");
		});

		MvcTestResult page = get("/s/broken/complete");

		assertThat(page).hasStatus(503).hasHeader("Cache-Control", "no-store");
		assertThat(page).bodyText().contains("The chart could not be assessed").doesNotContain("Keller");
	}

	@Test
	void saysThatTooManyChartsAreBeingReadAndWhenToComeAgain() {
		this.launches.open("busy", FakeProgress.refused());

		MvcTestResult page = get("/s/busy/assessment");

		assertThat(page).hasStatus(503).hasHeader("Retry-After", "10");
		assertThat(page).bodyText()
			.contains("Too many charts are being read", "says nothing about the patient")
			.doesNotContain("data-assessment");
	}

	@Test
	void showsNothingOfAnotherPatient() {
		Person stranger = new Person("Patient/p2", "Ada Stranger", Optional.empty(), Optional.empty());
		this.launches.open("stranger", true, () -> Samples.reading().of(stranger).build());

		MvcTestResult page = get("/s/stranger/complete");

		assertThat(page).bodyText()
			.contains("The EHR answered with another patient")
			.doesNotContain("Stranger", "data-assessment");
	}

	@Test
	void namesThePatientAlwaysAndTheBirthDateWhereTheEhrDoesNot() {
		this.launches.open("bannered", true, SampleCharts::normal);
		open("bannerless", SampleCharts::normal);

		assertThat(get("/s/bannered/complete")).bodyText()
			.contains("data-patient-name", "Martin Keller", "74 years", "born 22 Nov 1952");
		assertThat(get("/s/bannerless/complete")).bodyText()
			.contains("data-patient-name", "Martin Keller", "74 years")
			.doesNotContain("born");
	}

	@Test
	void answersALaunchOnlyUnderItsOwnId() {
		open("one", SampleCharts::normal);
		open("two", SampleCharts::normal);

		assertThat(this.mvc.get().uri("/s/one/complete").header("X-Launch", "two")).hasStatus(404);
	}

	@Test
	void answersNothingWithoutALaunch() {
		assertThat(get("/s/nobody/")).hasStatus(401);
		assertThat(get("/s/nobody/assessment")).hasStatus(401);
	}

	private void open(String launchId, Supplier<AssessedChart> reading) {
		this.launches.open(launchId, false, reading);
	}

	private MvcTestResult get(String uri) {
		return this.mvc.get().uri(uri).exchange();
	}

}
