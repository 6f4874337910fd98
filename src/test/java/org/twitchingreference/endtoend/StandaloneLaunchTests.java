package org.twitchingreference.endtoend;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** The application opened outside the EHR, whose picker says for which patient. */
class StandaloneLaunchTests {

	private static final String PATIENT = "low-potassium-diuretic";

	private static final Pattern INPUT = Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

	private final PlayedBrowser browser = new PlayedBrowser();

	@Test
	void listsTheEhrsThatAllowIt() {
		Page page = this.browser.open(URI.create(RunningSystem.app() + "/standalone"));

		assertThat(page.values("data-ehr")).contains("sandbox-asymmetric-es384", "sandbox")
			.doesNotContain("sandbox-symmetric");
		assertThat(page.body()).contains(RunningSystem.ehr() + "/fhir");
	}

	@Test
	void opensTheChartOfThePatientWhoIsPicked() {
		Page picker = this.browser.open(URI.create(RunningSystem.app() + "/standalone/sandbox"));

		assertThat(picker.address().getPath()).isEqualTo("/pick");
		Page page = this.browser.openSidebar(link(picker, PATIENT));
		assertThat(page.incompleteParts()).isEmpty();
		assertThat(page.causes("met")).contains("low-potassium");
		assertThat(page.values("data-patient-name")).isNotEmpty();
	}

	@Test
	void keepsTwoOfThemApart() {
		Page first = this.browser.open(URI.create(RunningSystem.app() + "/standalone/sandbox"));
		Page second = this.browser.open(URI.create(RunningSystem.app() + "/standalone/sandbox"));

		Page late = this.browser.openSidebar(link(second, "known-ms"));
		Page early = this.browser.openSidebar(link(first, PATIENT));

		assertThat(late.causes("met")).contains("multiple-sclerosis").doesNotContain("low-potassium");
		assertThat(early.causes("met")).contains("low-potassium").doesNotContain("multiple-sclerosis");
	}

	@Test
	void carriesTheRequestInAFormWhereTheRegistrationSaysSo() {
		Page form = this.browser.open(URI.create(RunningSystem.app() + "/standalone/sandbox-asymmetric-es384"));

		assertThat(form.status()).isEqualTo(200);
		assertThat(form.header("Content-Security-Policy")).contains("form-action 'self' " + RunningSystem.ehr() + ";");
		assertThat(form.header("Cache-Control")).contains("no-store");
		assertThat(form.body()).contains("action=\"" + RunningSystem.ehr() + "/oauth2/authorize\"");
		Map<String, String> fields = fields(form);
		assertThat(fields).containsEntry("aud", RunningSystem.ehr() + "/asymmetric-es384/fhir")
			.containsEntry("code_challenge_method", "S256")
			.containsKeys("state", "code_challenge", "scope", "response_type", "client_id", "redirect_uri")
			.doesNotContainKey("launch");

		Page picker = this.browser.submit(URI.create(RunningSystem.ehr() + "/oauth2/authorize"), encoded(fields));
		Page page = this.browser.openSidebar(link(picker, PATIENT));
		assertThat(page.causes("met")).contains("low-potassium");
	}

	@Test
	void carriesTheHandleOfAChartInAFormToo() {
		Page form = this.browser.open(RunningSystem.launch("known-ms", "asymmetric-es384"));

		assertThat(fields(form)).containsKey("launch")
			.hasEntrySatisfying("scope",
					(scope) -> assertThat(scope).startsWith("launch ").doesNotContain("launch/patient"));
	}

	@Test
	void asksForThePatientAndForNoLaunch() {
		URI request = URI
			.create(this.browser.get(URI.create(RunningSystem.app() + "/standalone/sandbox")).header("Location"));

		assertThat(request.getRawQuery()).contains("scope=launch/patient%20patient/", "code_challenge_method=S256")
			.doesNotContain("launch=");
	}

	@Test
	void asksAChartLaunchForNoPicker() {
		URI request = URI.create(this.browser.get(RunningSystem.launch(PATIENT, "public")).header("Location"));

		assertThat(request.getRawQuery()).contains("scope=launch%20patient/", "launch=")
			.doesNotContain("launch/patient");
	}

	@Test
	void refusesWhatIsNotRegisteredForIt() {
		String app = RunningSystem.app() + "/standalone/";

		assertProblem(app + "nobody", "unknown-issuer");
		assertProblem(app + "sandbox?iss=https://elsewhere.example.org/fhir", "unknown-issuer");
		assertProblem(app + "sandbox?iss=" + RunningSystem.ehr() + "/symmetric/fhir", "unknown-issuer");
		assertProblem(app + "sandbox-symmetric", "not-offered");
	}

	private void assertProblem(String address, String problem) {
		Page page = this.browser.open(URI.create(address));

		assertThat(page.status()).isEqualTo(403);
		assertThat(page.values("data-problem")).containsExactly(problem);
		assertThat(page.body()).doesNotContain("??");
	}

	private static URI link(Page picker, String patient) {
		Matcher matcher = Pattern.compile("href=\"(/pick/" + patient + "\\?[^\"]*)\"").matcher(picker.body());
		assertThat(matcher.find()).isTrue();
		return picker.address().resolve(HtmlUtils.htmlUnescape(matcher.group(1)));
	}

	private static Map<String, String> fields(Page form) {
		return INPUT.matcher(form.body())
			.results()
			.collect(Collectors.toMap((field) -> field.group(1), (field) -> HtmlUtils.htmlUnescape(field.group(2))));
	}

	private static String encoded(Map<String, String> fields) {
		return fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + UriUtils.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

}
