package org.twitchingreference.endtoend;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application at EHRs whose launches differ from the sandbox's own; each refuses a
 * client that does not take its way.
 */
class OddLaunchTests {

	private static final String PATIENT = "low-potassium-diuretic";

	private final PlayedBrowser browser = new PlayedBrowser();

	@ParameterizedTest
	@ValueSource(strings = { "exact-aud", "base64-handles", "odd-patient-id", "odd-scopes", "relative-next", "no-nonce",
			"bare-discovery", "renewed-without-aud" })
	void opensTheChartFromTheChart(String ehr) {
		assertShowsTheChart(this.browser.openSidebar(RunningSystem.launch(PATIENT, ehr)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "exact-aud", "base64-handles", "odd-patient-id", "odd-scopes" })
	void opensTheChartOutsideTheEhr(String ehr) {
		Page picker = this.browser.open(URI.create(RunningSystem.app() + "/standalone/sandbox-" + ehr));

		assertShowsTheChart(this.browser.openSidebar(link(picker)));
	}

	/** The error answer holds what is no UTF-8, and no state. */
	@Test
	void tellsTheErrorOfAnEhrThatDoesNotSayWhichLaunchItRefuses() {
		Page page = this.browser.open(RunningSystem.launch(PATIENT, "errors-without-state"));

		assertThat(page.status()).isEqualTo(403);
		assertThat(page.values("data-problem")).containsExactly("authorization-refused");
		assertThat(page.body()).contains("error code invalid_scope")
			.doesNotContain("This sign-in was already used", "??");
	}

	@Test
	void opensTheChartOfAnEhrThatPosts() {
		Page chart = this.browser.open(RunningSystem.ehr().resolve("/chart/" + PATIENT + "?ehr=posting"));
		String form = chart.tags()
			.filter((tag) -> "hidden".equals(tag.get("type")))
			.map((tag) -> tag.get("name") + "="
					+ UriUtils.encode(tag.getOrDefault("value", ""), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));

		assertThat(form).contains("iss=", "launch=");
		assertShowsTheChart(this.browser.assessment(this.browser.submit(RunningSystem.app().resolve("/launch"), form)));
	}

	/** Its registration has no scopes for problems and allergies. */
	@Test
	void saysWhatTheRegistrationDoesNotAskFor() {
		Page page = this.browser.openSidebar(RunningSystem.launch(PATIENT, "few-scopes"));

		assertThat(page.incompleteParts()).containsExactly("Problems");
		assertThat(page.body()).contains("This app is not registered here to ask for the problem list")
			.doesNotContain("All read");
		assertThat(new PlayedBrowser().openSidebar(RunningSystem.launch(PATIENT, "public")).body())
			.contains("All read, ");
	}

	@Test
	void namesNobodyWithoutANonceAndSaysSo() {
		assertThat(this.browser.open(RunningSystem.launch(PATIENT, "no-nonce")).body())
			.contains("does not say who in a way that can be checked");
	}

	/** The issuer is whoever answers, and the keys are where it says. */
	@Test
	void namesTheUserOfAnEhrThatTellsNextToNothing() {
		Page shell = this.browser.open(RunningSystem.launch(PATIENT, "bare-discovery"));

		assertThat(shell.values("data-user")).containsExactly("shown");
		assertThat(shell.body()).contains("Signed in: ").doesNotContain("can be checked");
	}

	@Test
	void keepsALaunchWhoseRenewedIdTokenLacksItsAudience() {
		Page shell = this.browser.open(RunningSystem.launch(PATIENT, "renewed-without-aud"));

		assertShowsTheChart(this.browser.assessment(shell));
		assertThat(this.browser.open(shell.address().resolve("ledger")).body()).contains("access renewed");
	}

	/**
	 * Of public and confidential clients, by SMART 1 and 2 scopes, with their refresh.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "odd-public", "odd-basic", "odd-post", "odd-rs384", "odd-es384" })
	void opensTheChartForEveryKindOfClientInSpiteOfAll(String ehr) {
		Page shell = this.browser.open(RunningSystem.launch(PATIENT, ehr));
		assertShowsTheChart(this.browser.assessment(shell));
		assertThat(this.browser.open(shell.address().resolve("ledger")).body().contains("access renewed"))
			.isEqualTo(!ehr.equals("odd-public"));

		Page picker = this.browser.open(URI.create(RunningSystem.app() + "/standalone/sandbox-" + ehr));
		assertShowsTheChart(this.browser.openSidebar(link(picker)));
	}

	/** What was chosen on the page goes back as it is written there. */
	@Test
	void sendsTheAddressBackAsItIsWritten() {
		Page choices = this.browser.open(URI.create(RunningSystem.app() + "/standalone"));
		String exact = RunningSystem.ehr() + "/quirks/exact-aud/fhir/";

		assertThat(choices.body()).contains(exact);
		assertThat(this.browser.get(URI.create(RunningSystem.app() + "/standalone/sandbox-exact-aud?iss=" + exact))
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
