package org.twitchingreference.sidebar;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.Assessor;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import org.twitchingreference.mapping.BundleChart;
import org.twitchingreference.presentation.AssessedChart;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** What a chart records of the family stands on the page, outside the folds. */
@SpringBootTest(classes = SidebarTestApp.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
class FamilyHistoryPageTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private static final String CHART = """
			{"resourceType":"Bundle","type":"collection","entry":[
			{"resource":{"resourceType":"Patient","id":"p1","gender":"female","birthDate":"1968-03-04"}},
			{"resource":{"resourceType":"Condition","id":"c","recordedDate":"2026-11-02","code":{"text":"%s"}}}]}""";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private FakeLaunches launches;

	@Test
	void saysWhatTheProblemListSaysOfTheFamily() {
		Rendered page = rendered("Mother had ALS");

		assertThat(page.values("data-mention")).startsWith("ask-family-history").hasSize(9);
		assertThat(page.text()).containsSubsequence("Family history",
				"Motor neurone disease in the family is charted (Mother had ALS, 2 Nov). Tell the neurologist.",
				"8 more to think of");
	}

	@Test
	void onlyPromptsToAskWhereNothingIsCharted() {
		Rendered page = rendered("No family history of ALS");

		assertThat(page.text()).doesNotContain("is charted").contains("9 more to think of");
	}

	private Rendered rendered(String problem) {
		Chart chart = BundleChart.from(CHART.formatted(problem).getBytes(StandardCharsets.UTF_8));
		AssessedChart reading = new AssessedChart(chart,
				new Assessor(KnowledgeConfiguration.knowledge()).assess(chart, TODAY),
				TODAY.atStartOfDay(ZoneOffset.UTC));
		this.launches.open("family", true, () -> reading);
		return new Rendered(
				this.mvc.get().uri("/s/family/assessment").exchange().getResponse().getContentAsByteArray());
	}

}
