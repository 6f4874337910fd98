package org.twitchingreference.endtoend;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.selenium.AxeBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.browser.Chromium;
import org.twitchingreference.browser.EnabledIfChromium;
import org.twitchingreference.browser.Look;

import static org.assertj.core.api.Assertions.assertThat;

/** Real charts under the real knowledge at 360 px, kept in target/screenshots. */
@EnabledIfChromium
class ScreenshotBrowserTests {

	private static Chromium chromium;

	@BeforeAll
	static void startBrowser() {
		chromium = Chromium.start(Look.sidebar());
	}

	@AfterAll
	static void endBrowser() {
		chromium.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "low-potassium-diuretic", "kidney-disease-gabapentin", "red-flags-normal-labs",
			"all-normal", "empty-chart", "child", "heart-failure-low-sodium", "local-code-only" })
	void isAccessibleAndFitsTheSidebar(String patient) {
		chromium.open(RunningSystem.launch(patient, "public").toString());
		chromium.await("[data-assessment='complete']");
		chromium.screenshot("chart-" + patient);
		chromium.unfold();
		chromium.screenshot("chart-" + patient + "-unfolded");

		Results results = new AxeBuilder().analyze(chromium.driver());
		assertThat(results.getViolations()).isEmpty();
		assertThat(chromium.length("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
	}

}
