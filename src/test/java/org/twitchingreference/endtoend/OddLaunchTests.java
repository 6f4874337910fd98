package org.twitchingreference.endtoend;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application at EHRs whose launches differ from the sandbox's own; each refuses a
 * client that does not take its way.
 */
class OddLaunchTests {

	private static final String PATIENT = "low-potassium-diuretic";

	private final PlayedBrowser browser = new PlayedBrowser();

	@ParameterizedTest
	@ValueSource(strings = { "exact-aud", "base64-handles" })
	void opensTheChartFromTheChart(String ehr) {
		assertShowsTheChart(this.browser.openSidebar(RunningSystem.launch(PATIENT, ehr)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "exact-aud", "base64-handles" })
	void opensTheChartOutsideTheEhr(String ehr) {
		Page picker = this.browser.open(URI.create(RunningSystem.app() + "/standalone/sandbox-" + ehr));

		assertShowsTheChart(this.browser.openSidebar(link(picker)));
	}

	/** What was chosen on the page goes back as it is written there. */
	@Test
	void sendsTheAddressBackAsItIsWritten() {
		Page choices = this.browser.open(URI.create(RunningSystem.app() + "/standalone"));
		String exact = RunningSystem.ehr() + "/quirks/exact-aud/fhir/";

		assertThat(choices.body()).contains(exact);
		assertThat(this.browser
			.get(URI.create(RunningSystem.app() + "/standalone/sandbox-exact-aud?iss=" + exact))
			.header("Location")).contains("aud=" + exact + "&");
	}

	private static void assertShowsTheChart(Page page) {
		assertThat(page.isComplete()).isTrue();
		assertThat(page.incompleteParts()).isEmpty();
		assertThat(page.causes("met")).contains("low-potassium");
	}

	private static URI link(Page picker) {
		Matcher matcher = Pattern.compile("href=\"(/pick/" + PATIENT + "\\?[^\"]*)\"").matcher(picker.body());
		assertThat(matcher.find()).isTrue();
		return picker.address().resolve(HtmlUtils.htmlUnescape(matcher.group(1)));
	}

}
