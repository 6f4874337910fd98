package org.twitchingreference.launch.web;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.twitchingreference.launch.LaunchTestBase;
import org.twitchingreference.launch.TestBrowser;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A sidebar that is asked for more often than it may be. */
@TestPropertySource(properties = "twitching.rates.per-launch=10")
class SidebarRateTests extends LaunchTestBase {

	@Test
	void isToldToComeAgainLaterWhileAnotherOneIsShown() {
		ehr.grants("p1");
		TestBrowser browser = browser();
		String sidebar = browser.openSidebar(ehr.publicIssuer("rated"), "code");
		String other = browser.openSidebar(ehr.publicIssuer("rated"), "code");

		assertThat(browser.get(sidebar).statusCode()).isEqualTo(200);
		assertThat(browser.get(sidebar).statusCode()).isEqualTo(200);
		HttpResponse<String> refused = browser.get(sidebar);

		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.headers().firstValue("Retry-After")).isPresent();
		assertThat(refused.headers().firstValue("Content-Security-Policy")).isPresent();
		assertThat(refused.body()).contains("Too many requests at once").doesNotContain("p1");
		assertThat(browser.get(other).statusCode()).isEqualTo(200);
		assertThat(browser.get("/css/reference.css").statusCode()).isEqualTo(200);
	}

}
