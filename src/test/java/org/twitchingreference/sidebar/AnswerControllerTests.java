package org.twitchingreference.sidebar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twitchingreference.assessment.Assessor;
import org.twitchingreference.bedside.GivenAnswer;
import org.twitchingreference.bedside.SuggestionCounts;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.mapping.BundleChart;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.presentation.SampleCharts;
import org.twitchingreference.sandbox.chart.ChartDates;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = SidebarTestApp.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
class AnswerControllerTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private FakeLaunches launches;

	@Autowired
	private Knowledge knowledge;

	@Autowired
	private SuggestionCounts counts;

	private SidebarLaunch launch;

	@BeforeEach
	void openAndShow() throws IOException {
		Chart chart = BundleChart
			.from(ChartDates.replace(Files.readString(Path.of("src/test/resources/charts/all-normal.json")), TODAY)
				.getBytes(StandardCharsets.UTF_8));
		AssessedChart reading = new AssessedChart(chart, new Assessor(this.knowledge).assess(chart, TODAY),
				TODAY.atTime(18, 0).atZone(ZoneOffset.UTC));
		String patient = chart.patient().reference().replace("Patient/", "");
		this.launch = this.launches.open("asked", patient, reading);
		assertThat(page("assessment")).contains("data-question=\"weakness\"");
		this.launches.audited();
	}

	@Test
	void showsInPlaceWhatFollowsFromAnAnswer() {
		MvcTestResult answered = post("answer", "weakness:yes", true);

		assertThat(answered).hasStatusOk();
		assertThat(text(answered)).contains("data-assessment=\"complete\"", "data-red-flag=\"weakness\"")
			.containsPattern("name=\"undo\" value=\"weakness\" data-answer=\"yes\" aria-pressed=\"true\"");
	}

	@Test
	void countsTheAnswerAndNotTheSameAgainWithAnother() {
		post("answer", "weakness:yes", true);
		long counted = counted("question,weakness,yes,");

		post("answer", "pain:no", true);

		assertThat(counted).isPositive();
		assertThat(counted("question,weakness,yes,")).isEqualTo(counted);
		assertThat(counted("question,pain,no,")).isPositive();
	}

	private long counted(String row) {
		return this.counts.csv()
			.lines()
			.filter((line) -> line.startsWith(row))
			.mapToLong((line) -> Long.parseLong(line.substring(row.length())))
			.sum();
	}

	@Test
	void asksAFollowingQuestionOnceItsFirstIsAnsweredWithYes() {
		assertThat(page("assessment")).doesNotContain("data-question=\"sudden-weakness\"");

		assertThat(text(post("answer", "weakness:yes", true))).contains("data-question=\"sudden-weakness\"");
		assertThat(text(post("undo", "weakness", true))).doesNotContain("data-question=\"sudden-weakness\"",
				"data-red-flag=\"weakness\"");
	}

	@Test
	void deniesAllThatIsLeftInAGroupAndTakesThatBack() {
		post("answer", "pain:yes", true);
		String denied = text(post("none", "signs", true));

		assertThat(denied).contains("Pain. No weakness, ", "data-change=\"signs\"")
			.doesNotContain("data-question=\"wasting\"");
		assertThat(this.launch.bedside().now().answers()).extractingByKey("weakness")
			.extracting(GivenAnswer::code)
			.isEqualTo("no");
		assertThat(this.launch.bedside().now().answers()).doesNotContainKeys("sudden-weakness", "persistence");

		assertThat(text(post("change", "signs", true))).contains("data-question=\"wasting\"", "data-none=\"signs\"");
		assertThat(this.launch.bedside().now().answers()).containsOnlyKeys("pain");
		post("change", "signs", true);
		assertThat(this.launch.bedside().now().answers()).isEmpty();
	}

	@Test
	void asksForCaffeineInCups() {
		assertThat(page("assessment")).contains("More than 4 cups of coffee").doesNotContain("as caffeine in mg");
		assertThat(text(post("answer", "caffeine:yes", true))).contains("data-cause=\"caffeine\" data-verdict=\"met\"");
		assertThat(text(post("answer", "caffeine:no", true)))
			.contains("data-cause=\"caffeine\" data-verdict=\"not-met\"");
	}

	@Test
	void keepsWhatWasAnsweredOverAReload() {
		post("answer", "persistence:over-three-months", true);

		assertThat(page("")).contains("hx-get=\"assessment\"");
		assertThat(page("assessment")).contains("data-red-flag=\"persistence\"");
	}

	@Test
	void goesBackToTheQuestionsOfAWholePageWithoutAScript() {
		int reads = this.launches.reads();
		MvcTestResult answered = post("answer", "weakness:yes", false);

		assertThat(answered).hasStatus(303).hasHeader("Location", "complete#ask");
		assertThat(page("complete")).contains("data-red-flag=\"weakness\"");
		assertThat(this.launches.reads()).isEqualTo(reads);
	}

	@Test
	void readsAgainAndKeepsWhatWasAnswered() {
		post("answer", "weakness:yes", true);
		int reads = this.launches.reads();

		MvcTestResult again = this.mvc.post().uri("/s/asked/read-again").header("HX-Request", "true").exchange();

		assertThat(text(again)).contains("data-assessment=\"complete\"", "data-red-flag=\"weakness\"");
		assertThat(this.mvc.post().uri("/s/asked/read-again").exchange()).hasStatus(303)
			.hasHeader("Location", "complete#not-known");
		assertThat(this.launches.reads()).isEqualTo(reads + 2);
	}

	@ParameterizedTest
	@CsvSource({ "answer, nothing:yes", "answer, weakness:maybe", "answer, weakness", "answer, :yes", "answer, ''",
			"answer, persistence:yes", "answer, weakness:under-four-weeks", "undo, nothing", "none, nothing",
			"change, nothing", "what, weakness" })
	void refusesWhatItDoesNotAsk(String name, String value) {
		assertThat(post(name, value, true)).hasStatus(400);
		assertThat(this.launch.bedside().now().answers()).isEmpty();
	}

	@Test
	void answersAChartOfWhichOnlySomeIsIn() {
		FakeProgress progress = new FakeProgress();
		SidebarLaunch slow = this.launches.open("asked", progress);
		progress.comesIn(SampleCharts.partly());
		assertThat(page("assessment")).contains("data-assessment=\"partial\"");

		assertThat(text(post("answer", "weakness:yes", true))).contains("data-assessment=\"partial\"",
				"data-red-flag=\"weakness\"");
		progress.ends(SampleCharts.normal());

		assertThat(page("assessment?after=1")).contains("data-assessment=\"complete\"", "data-red-flag=\"weakness\"");
		assertThat(slow.bedside().now().answers()).containsOnlyKeys("weakness");
	}

	@Test
	void auditsThatSomethingWasAnsweredAndNotWhat() {
		post("answer", "weakness:yes", true);

		assertThat(this.launches.audited()).anySatisfy((line) -> assertThat(line).contains("\"event\":\"answer\""))
			.noneSatisfy((line) -> assertThat(line).contains("weakness"));
	}

	private MvcTestResult post(String name, String value, boolean inPlace) {
		return this.mvc.post()
			.uri("/s/asked/answers")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.headers((headers) -> Map.of("HX-Request", "true").forEach((key, one) -> {
				if (inPlace) {
					headers.add(key, one);
				}
			}))
			.formField(name, value)
			.exchange();
	}

	private String page(String page) {
		return text(this.mvc.get().uri("/s/asked/" + page).exchange());
	}

	private static String text(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
