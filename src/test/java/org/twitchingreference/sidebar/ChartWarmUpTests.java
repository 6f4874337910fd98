package org.twitchingreference.sidebar;

import org.junit.jupiter.api.Test;
import org.thymeleaf.ITemplateEngine;
import org.twitchingreference.assessment.Assessor;
import org.twitchingreference.assessment.ChartNeeds;
import org.twitchingreference.audit.AuditFixture;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.reading.Readers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = SidebarTestApp.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
class ChartWarmUpTests {

	@Autowired
	private Knowledge knowledge;

	@Autowired
	private SidebarPresenter presenter;

	@Autowired
	private ITemplateEngine templates;

	/** From the first byte to the last, with something found in every part. */
	@Test
	void goesTheWholeWayOfAChart() {
		String page = new ChartWarmUp(Readers.asking(ChartNeeds.of(this.knowledge)), new Assessor(this.knowledge),
				this.presenter, this.templates, AuditFixture.silent())
			.page();

		assertThat(new Rendered(page).pairs("data-cause", "data-verdict")).contains("low-potassium/met");
		assertThat(page)
			.contains("data-assessment=\"complete\"", "data-patient-name", "data-question=\"", "data-test=\"")
			.doesNotContain("data-gap=\"part\"");
	}

}
