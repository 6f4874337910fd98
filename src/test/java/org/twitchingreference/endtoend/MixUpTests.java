package org.twitchingreference.endtoend;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One registered EHR passes the browser on to another, whose code comes back in the first
 * one's launch (RFC 9700, section 4.4.1).
 */
class MixUpTests {

	private static final String PATIENT = "low-potassium-diuretic";

	private static final String OWN_NAME = "https://forwarding.example.org";

	private final PlayedBrowser browser = new PlayedBrowser();

	/**
	 * The honest EHR names itself in its answers, and the other one does or copies it.
	 */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void theCodeOfAnEhrThatNamesItselfReachesNoOther(boolean copied) {
		assertNoCodeReachesIt(copied ? RunningSystem.ehr().toString() : OWN_NAME, "public", "sandbox-app", "sandbox",
				true);
	}

	@ParameterizedTest
	@ValueSource(strings = { OWN_NAME, "https://athena.example.org/oauth2/v1" })
	void theCodeOfAnEhrThatNamesNobodyReachesNoOther(String claimed) {
		assertNoCodeReachesIt(claimed, "athenahealth", "sandbox-athenahealth", "sandbox-athenahealth", false);
	}

	/** An honest EHR sends the browser to nobody's address but that of its own client. */
	@Test
	void anHonestEhrAnswersAtNoOthersAddress() {
		URI launch = ForwardingEhr.launch(OWN_NAME, RunningSystem.launch(PATIENT, "public"), "sandbox-app",
				RunningSystem.app() + "/callback/forwarding");

		Page page = this.browser.open(launch);

		assertThat(page.address().getPort()).isEqualTo(RunningSystem.ehr().getPort());
		assertThat(page.status()).isEqualTo(400);
		assertThat(ForwardingEhr.received()).doesNotContain("POST", "code=", "code_verifier");
	}

	private void assertNoCodeReachesIt(String claimed, String client, String clientId, String registration,
			boolean named) {
		URI launch = ForwardingEhr.launch(claimed, RunningSystem.launch(PATIENT, client), clientId,
				RunningSystem.app() + "/callback/" + registration);

		Page page = this.browser.open(launch);

		assertThat(page.address().getPath()).isEqualTo("/callback/" + registration);
		assertThat(page.address().getQuery()).contains("code=", "state=");
		assertThat(page.address().getQuery().contains("iss=")).isEqualTo(named);
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.body()).contains("data-problem=\"foreign-address\"");
		assertThat(ForwardingEhr.received()).contains("/authorize").doesNotContain("POST", "code=", "code_verifier");
	}

}
