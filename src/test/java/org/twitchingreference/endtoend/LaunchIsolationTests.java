package org.twitchingreference.endtoend;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Two charts open at once, in one browser or in two. */
class LaunchIsolationTests {

	private static final String ONE = "low-potassium-diuretic";

	private static final String ONE_NAME = "Wrenfield";

	private static final String OTHER = "hyperthyroidism";

	private final PlayedBrowser browser = new PlayedBrowser();

	@Test
	void keepsInterleavedLaunchesOfOneBrowserApart() {
		Page toOne = this.browser.get(RunningSystem.launch(ONE, "public"));
		Page toOther = this.browser.get(RunningSystem.launch(OTHER, "symmetric"));

		Page other = this.browser.open(redirect(toOther));
		Page one = this.browser.open(redirect(toOne));

		for (int reload = 0; reload < 2; reload++) {
			Page ofOne = this.browser.assessment(this.browser.open(one.address()));
			Page ofOther = this.browser.assessment(this.browser.open(other.address()));

			assertThat(ofOne.body()).contains(ONE_NAME);
			assertThat(ofOne.verdicts()).containsEntry("low-potassium", "met").containsEntry("thyroid", "unknown");
			assertThat(ofOther.body()).doesNotContain(ONE_NAME);
			assertThat(ofOther.verdicts()).containsEntry("thyroid", "met").containsEntry("low-potassium", "not-met");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "assessment", "complete", "nothing" })
	void endsForTheCookieOfAnotherLaunch(String path) {
		Page one = this.browser.open(RunningSystem.launch(ONE, "public"));
		PlayedBrowser thief = new PlayedBrowser();
		Page other = thief.open(RunningSystem.launch(OTHER, "public"));

		assertEnded(thief.getWithCookiesFor(other.address(), one.address().resolve(path)));
		assertThat(thief.getWithCookiesFor(other.address(), other.address()).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "assessment", "complete", "nothing" })
	void endsForACopiedAddress(String path) {
		Page one = this.browser.open(RunningSystem.launch(ONE, "public"));

		assertEnded(new PlayedBrowser().open(one.address().resolve(path)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "public", "symmetric" })
	void letsNothingBeKeptAndOnlyItsEhrFrameIt(String client) {
		Page shell = this.browser.open(RunningSystem.launch(ONE, client));

		for (String path : new String[] { "", "assessment", "complete", "nothing", "assessment/" }) {
			Page page = this.browser.get(shell.address().resolve(path));

			assertThat(page.header("Cache-Control")).contains("no-store");
			assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'")
				.endsWith("frame-ancestors " + RunningSystem.frameAncestors(client));
			assertThat(page.header("X-Frame-Options")).isEmpty();
			assertThat(page.header("Set-Cookie")).isEmpty();
		}
	}

	private static void assertEnded(Page page) {
		assertThat(page.status()).isEqualTo(401);
		assertThat(page.body()).contains("This launch has ended").doesNotContain(ONE_NAME, "Potassium", "3.1");
		assertThat(page.values("data-cause")).isEmpty();
		assertThat(page.header("Cache-Control")).contains("no-store");
		assertThat(page.header("X-Frame-Options")).isEmpty();
	}

	private static URI redirect(Page page) {
		return URI.create(page.header("Location"));
	}

}
