package org.twitchingreference.endtoend;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who signed in, and closing, at an authorization server that looks at what it is sent.
 */
class LaunchClosingTests {

	private static final String PATIENT = "low-potassium-diuretic";

	private final PlayedBrowser browser = new PlayedBrowser();

	@ParameterizedTest
	@CsvSource({ "public, true", "athenahealth, true", "smart-health-it, true", "symmetric, false", "expiring, true",
			"asymmetric, false" })
	void namesTheUserAndForgetsTheChartWithTheAccess(String ehr, boolean named) {
		Page shell = this.browser.open(RunningSystem.launch(PATIENT, ehr));
		Page sidebar = this.browser.assessment(shell);
		assertThat(sidebar.isComplete()).isTrue();
		assertThat(shell.body().contains("Signed in: Rowan Ashdown")).isEqualTo(named);

		Page closed = this.browser.post(shell.address().resolve("close"), "_csrf=" + shell.values("value").get(0));

		assertThat(closed.body()).contains("data-closed=\"confirmed\"");
		assertThat(this.browser.open(shell.address()).status()).isEqualTo(401);
	}

}
