package org.twitchingreference.endtoend.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;
import org.twitchingreference.browser.Accessibility;
import org.twitchingreference.browser.Look;
import org.twitchingreference.endtoend.RunningSystem;

import static org.assertj.core.api.Assertions.assertThat;

/** Real charts under the real knowledge at 360 px, kept in target/screenshots. */
class ScreenshotBrowserTests extends BrowserTestBase {

	ScreenshotBrowserTests() {
		super(Look.sidebar());
	}

	@ParameterizedTest
	@ValueSource(strings = { "low-potassium-diuretic", "kidney-disease-gabapentin", "red-flags-normal-labs",
			"all-normal", "empty-chart", "child", "heart-failure-low-sodium", "local-code-only", "pregnancy-recorded" })
	void isAccessibleAndFitsTheSidebar(String patient) {
		openAlone(patient, "public");
		chromium.screenshot("chart-" + patient);
		chromium.unfold();
		chromium.screenshot("chart-" + patient + "-unfolded");

		assertAccessible();
		assertFits(360);
		chromium.look(Look.sidebar().wide(320));
		assertFits(320);
		chromium.look(Look.sidebar());
	}

	@Test
	void showsCauseContributorAndFirstQuestionsOnTheFirstScreen() {
		chromium.open(RunningSystem.launch("low-potassium-diuretic", "public").toString());

		assertThat(chromium.await("[data-cause='low-potassium']").getText()).contains("3.1 mmol/L",
				"Furosemide: can lower potassium");
		chromium.look(Look.sidebar().wide(320));
		assertAccessible();
		chromium.look(Look.sidebar());
		assertThat(bottom("h1")).isLessThan(bottom("[data-cause='low-potassium']"));
		assertThat(bottom("[data-cause='low-potassium']")).isLessThan(bottom("[data-question='weakness']"));
		assertThat(bottom("[data-question='numbness']")).isLessThan(800);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/launch?iss=https://unknown.example.org/fhir&launch=x", "/s/nobody/", "/nothing-here" })
	void explainsProblemsWithinTheSidebarToo(String path) {
		chromium.open(RunningSystem.app() + path);
		chromium.await(".problem[data-problem]");
		chromium.screenshot("problem" + path.replaceAll("[?].*|/$", "").replace('/', '-'));

		assertAccessible();
		assertFits(360);
	}

	@Test
	void leadsToTheChartFromOutsideTheEhrToo() {
		chromium.open(RunningSystem.app() + "/standalone");
		WebElement choice = chromium.await("[data-ehr='sandbox']");
		chromium.screenshot("standalone");
		assertAccessible();
		assertFits(360);

		choice.click();
		chromium.await("a[href*='low-potassium-diuretic']").click();
		chromium.await(COMPLETE);
		chromium.screenshot("standalone-chart");
		assertFits(360);
	}

	/** Looks at every element and its colours: seconds on a long page. */
	private static void assertAccessible() {
		assertThat(Accessibility.violations(chromium)).isEmpty();
	}

	private static void assertFits(int width) {
		assertThat(chromium.length("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
	}

	/** How far down the page it ends, in CSS pixels. */
	private static long bottom(String selector) {
		chromium.await(selector);
		return chromium
			.length("Math.ceil(document.querySelector(\"" + selector + "\").getBoundingClientRect().bottom)");
	}

}
