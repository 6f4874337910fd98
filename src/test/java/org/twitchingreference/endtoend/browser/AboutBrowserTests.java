package org.twitchingreference.endtoend.browser;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twitchingreference.browser.Accessibility;
import org.twitchingreference.browser.Chromium;
import org.twitchingreference.browser.EnabledIfChromium;
import org.twitchingreference.browser.Look;
import org.twitchingreference.endtoend.RunningSystem;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages that anybody may open, as a browser shows them. */
@EnabledIfChromium
class AboutBrowserTests {

	private final Chromium chromium = Chromium.start(Look.sidebar());

	@AfterEach
	void end() {
		this.chromium.close();
	}

	@ParameterizedTest
	@CsvSource({ "/, home, false", "/, home, true", "/about, about, false", "/about, about, true" })
	void isAccessibleAndFitsTheSidebar(String path, String name, boolean dark) {
		this.chromium.look(dark ? Look.sidebar().inDark() : Look.sidebar());
		this.chromium.open(RunningSystem.app() + path);
		this.chromium.await("h1");
		this.chromium.unfold();
		this.chromium.screenshot(name + (dark ? "-dark" : ""));

		assertThat(Accessibility.violations(this.chromium)).isEmpty();
		assertThat(this.chromium.length("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
		assertThat(this.chromium.complaints()).isEmpty();
	}

	@Test
	void isReachedFromTheSidebarAndFromTheFrontPage() {
		this.chromium.open(RunningSystem.launch("low-potassium-diuretic", "public").toString());
		assertThat(this.chromium.await("footer a[href$='/about'][target='_blank']").isDisplayed()).isTrue();

		this.chromium.open(RunningSystem.app() + "/");
		this.chromium.await("a[href$='/about']").click();
		assertThat(this.chromium.await("[data-source-attribute='sex']").getText()).contains("Cockcroft-Gault");
		assertThat(this.chromium.await("#privacy").getText()).contains("The chart is read from the EHR");
	}

}
