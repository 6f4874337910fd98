package org.twitchingreference.endtoend.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twitchingreference.browser.Accessibility;
import org.twitchingreference.browser.Look;
import org.twitchingreference.endtoend.RunningSystem;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages that anybody may open, as a browser shows them. */
class AboutBrowserTests extends BrowserTestBase {

	AboutBrowserTests() {
		super(Look.sidebar());
	}

	@ParameterizedTest
	@CsvSource({ "/, home, false", "/, home, true", "/about, about, false", "/about, about, true" })
	void isAccessibleAndFitsTheSidebar(String path, String name, boolean dark) {
		chromium.look(dark ? Look.sidebar().inDark() : Look.sidebar());
		chromium.open(RunningSystem.app() + path);
		chromium.await("h1");
		chromium.unfold();
		chromium.screenshot(name + (dark ? "-dark" : ""));

		assertThat(Accessibility.violations(chromium)).isEmpty();
		assertThat(chromium.length("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
		assertThat(chromium.complaints()).isEmpty();
	}

	@Test
	void isReachedFromTheSidebarAndFromTheFrontPage() {
		chromium.open(RunningSystem.launch("low-potassium-diuretic", "public").toString());
		assertThat(chromium.await("footer a[href$='/about'][target='_blank']").isDisplayed()).isTrue();

		chromium.open(RunningSystem.app() + "/");
		chromium.await("a[href$='/about']").click();
		assertThat(chromium.await("[data-source-attribute='sex']").getText()).contains("Cockcroft-Gault");
		assertThat(chromium.await("#privacy").getText()).contains("The chart is read from the EHR");
	}

}
