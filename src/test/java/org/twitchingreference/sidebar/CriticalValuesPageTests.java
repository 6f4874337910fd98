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

/** What is critical by itself leads the page, whatever else stands on it. */
@SpringBootTest(classes = SidebarTestApp.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
class CriticalValuesPageTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private static final String CHART = """
			{"resourceType":"Bundle","type":"collection","entry":[
			{"resource":{"resourceType":"Patient","id":"p1","gender":"female","birthDate":"2018-03-04"}},
			{"resource":{"resourceType":"Observation","id":"k","status":"%s","effectiveDateTime":"2026-11-20",
			"code":{"coding":[{"system":"http://loinc.org","code":"2823-3"}],"text":"Potassium"},
			"valueQuantity":{"value":%s,"unit":"mmol/L","system":"http://unitsofmeasure.org","code":"mmol/L"}}}]}""";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private FakeLaunches launches;

	@Test
	void saysACriticalValueOfAChildFirst() {
		Rendered page = rendered("final", "1.9");

		assertThat(page.values("data-critical")).containsExactly("potassium");
		assertThat(page.text()).containsSubsequence("Potassium 1.9 mmol/L: critical", "Urgent", "Potassium 1.9 mmol/L",
				"Urgent", "Hospital today: ECG and monitoring of the heart", "2.5 mmol/L", "BMJ Best Practice");
	}

	@Test
	void saysThatAPreliminaryOneIsToBeConfirmed() {
		Rendered page = rendered("preliminary", "6.9");

		assertThat(page.values("data-critical")).containsExactly("potassium");
		assertThat(page.text()).containsSubsequence("Preliminary potassium 6.9 mmol/L: confirm now", "Emergency",
				"Not confirmed: repeat it now. If it holds: Emergency: hospital now");
	}

	@Test
	void saysNothingOfCriticalValuesWhereThereAreNone() {
		Rendered page = rendered("final", "4.2");

		assertThat(page.values("data-critical")).isEmpty();
		assertThat(page.text()).contains("Potassium").doesNotContain("critical");
	}

	private Rendered rendered(String status, String value) {
		Chart chart = BundleChart.from(CHART.formatted(status, value).getBytes(StandardCharsets.UTF_8));
		AssessedChart reading = new AssessedChart(chart,
				new Assessor(KnowledgeConfiguration.knowledge()).assess(chart, TODAY),
				TODAY.atStartOfDay(ZoneOffset.UTC));
		this.launches.open("page", true, () -> reading);
		return new Rendered(this.mvc.get().uri("/s/page/assessment").exchange().getResponse().getContentAsByteArray());
	}

}
