package org.twitchingreference.sidebar;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.bedside.PutAsideReason;
import org.twitchingreference.bedside.SuggestionCounts;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.presentation.Found;
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
class OptionControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private FakeLaunches launches;

	@Autowired
	private SuggestionCounts counts;

	@ParameterizedTest
	@EnumSource
	void putsAnOfferedOptionAsideForEachReasonAndOffersItAgain(PutAsideReason reason) {
		SidebarLaunch launch = this.launches.open("aside", false, SampleCharts::rich);

		MvcTestResult aside = post("/s/aside/options/medicine-review", reason.code(), true);

		assertThat(aside).hasStatusOk().hasHeader("Cache-Control", "no-store");
		assertThat(launch.bedside().now().putAside()).isEqualTo(Map.of("medicine-review", reason));
		assertThat(option(aside, "medicine-review")).contains("Put aside:", "Change")
			.doesNotContain("The advice on medicine-review.");
		assertThat(noteOf(aside)).doesNotContain("review furosemide");
		assertThat(this.counts.csv()).contains("option,medicine-review," + reason.code() + ",");

		MvcTestResult again = post("/s/aside/options/medicine-review", "none", true);

		assertThat(launch.bedside().now().putAside()).isEmpty();
		assertThat(option(again, "medicine-review")).contains("The advice on medicine-review.", "Already done",
				"Does not apply", "I disagree", "Other reason");
		assertThat(noteOf(again)).contains("review furosemide");
	}

	@Test
	void leadsBackToTheOptionWithoutScripts() {
		this.launches.open("unscripted", false, SampleCharts::rich);

		MvcTestResult answer = post("/s/unscripted/options/medicine-review", "done", false);

		assertThat(answer).hasStatus(303)
			.hasHeader("Location", "/s/unscripted/complete#option-medicine-review")
			.hasHeader("Cache-Control", "no-store");
	}

	@ParameterizedTest
	@CsvSource({ "medicine-review, whatever, 400", "medicine-review, '', 400", "mineral-rich-diet, done, 404",
			"no-such-option, done, 404", "magnesium, done, 404", "no-such-option, none, 404" })
	void takesOnlyOfferedOptionsAndKnownReasons(String option, String reason, int status) {
		SidebarLaunch launch = this.launches.open("strict", false, SampleCharts::rich);

		String before = this.counts.csv();

		assertThat(post("/s/strict/options/" + option, reason, true)).hasStatus(status);

		assertThat(this.counts.csv()).isEqualTo(before);

		assertThat(launch.bedside().now().putAside()).isEmpty();
	}

	@Test
	void hidesNothingThatIsUrgent() {
		AssessedChart reading = Samples.reading()
			.with(new OptionFinding("potassium-replacement", "Replace potassium", "", OptionFinding.Status.OFFERED,
					Urgency.URGENT, List.of(Found.stated("Potassium is very low.")), List.of(), List.of(Found.READ)))
			.build();
		this.launches.open("urgent", false, () -> reading);

		MvcTestResult aside = post("/s/urgent/options/potassium-replacement", "done", true);

		assertThat(option(aside, "potassium-replacement")).contains("Put aside:", "Potassium is very low.", "Urgent");
	}

	@Test
	void asksNothingAsideOfWhatIsWithheldOrStillBeingRead() {
		this.launches.open("still", false, SampleCharts::rich);
		FakeProgress progress = new FakeProgress();
		this.launches.open("partial", progress);
		progress.comesIn(SampleCharts.rich());

		assertThat(option(get("/s/still/assessment"), "gabapentin")).contains("Not for this patient")
			.doesNotContain("Not now");
		assertThat(get("/s/partial/assessment")).bodyText().doesNotContain("data-not-now", "data-note-text");
		progress.ends(SampleCharts.rich());
	}

	private MvcTestResult post(String uri, String reason, boolean scripted) {
		MvcTestResult begun = this.mvc.post()
			.uri(uri)
			.param("reason", reason)
			.header("HX-Request", String.valueOf(scripted))
			.asyncExchange();
		return begun.getMvcResult().getRequest().isAsyncStarted() ? dispatched(begun) : begun;
	}

	private MvcTestResult get(String uri) {
		return dispatched(this.mvc.get().uri(uri).asyncExchange());
	}

	private MvcTestResult dispatched(MvcTestResult begun) {
		begun.getMvcResult().getAsyncResult();
		return this.mvc.perform(asyncDispatch(begun.getMvcResult()));
	}

	private static String option(MvcTestResult page, String id) {
		String html = new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
		return html.split("data-option=\"" + id + "\"", 2)[1].split("</li>", 2)[0];
	}

	private static String noteOf(MvcTestResult page) {
		String html = new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
		return html.split("data-note-text", 2)[1].split("</pre>", 2)[0];
	}

}
