package org.twitchingreference.launch;

import java.net.URI;
import java.net.http.HttpResponse;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.system.CapturedOutput;

import static org.assertj.core.api.Assertions.assertThat;

class LaunchTests extends LaunchTestBase {

	@Test
	void asksForAuthorizationAsSmartSays() {
		String issuer = ehr.publicIssuer("asks");

		URI authorization = browser().launch(issuer + "/");

		assertThat(authorization.toString()).startsWith(issuer + "/authorize?");
		assertThat(TestBrowser.parameter(authorization, "response_type")).isEqualTo("code");
		assertThat(TestBrowser.parameter(authorization, "client_id")).isEqualTo("played-app");
		assertThat(TestBrowser.parameter(authorization, "aud")).isEqualTo(issuer + "/");
		assertThat(TestBrowser.parameter(authorization, "launch")).isEqualTo("launch-context");
		assertThat(TestBrowser.parameter(authorization, "redirect_uri"))
			.isEqualTo("http://127.0.0.1:8080/callback/open");
		assertThat(TestBrowser.parameter(authorization, "scope"))
			.isEqualTo("launch%20patient/Patient.rs%20patient/Observation.rs");
		assertThat(TestBrowser.parameter(authorization, "state")).hasSizeGreaterThanOrEqualTo(43);
		assertThat(TestBrowser.parameter(authorization, "code_challenge_method")).isEqualTo("S256");
		assertThat(TestBrowser.parameter(authorization, "code_challenge")).hasSize(43);
	}

	@Test
	void opensTheSidebarOfThePatient(CapturedOutput output) {
		ehr.grants("p1");
		TestBrowser browser = browser();

		String sidebar = browser.openSidebar(ehr.publicIssuer("opens"), "code-1");

		assertThat(sidebar).matches("/s/[A-Za-z0-9_-]{43}/");
		assertThat(browser.get(sidebar + "probe").body()).isEqualTo("p1 e1 false 2 false");
		ehr.server()
			.verify(tokenRequest().withRequestBody(WireMock.containing("client_id=played-app"))
				.withRequestBody(WireMock.containing("code=code-1"))
				.withRequestBody(WireMock.matching(".*code_verifier=[A-Za-z0-9._~-]{43,128}.*"))
				.withRequestBody(WireMock.containing("redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Fcallback%2Fopen"))
				.withoutHeader("Authorization"));
		assertThat(output).contains("Launch opened: open").doesNotContain("token-for", "code-1", "launch-context");
	}

	@Test
	void authenticatesWithItsSecret(CapturedOutput output) {
		ehr.grants("p2");
		TestBrowser browser = browser();

		String sidebar = browser.openSidebar(ehr.symmetricIssuer(), "code-2");

		assertThat(browser.get(sidebar + "probe").body()).startsWith("p2 ");
		ehr.server().verify(tokenRequest().withBasicAuth(new BasicCredentials("played-app", PlayedEhr.SECRET)));
		assertThat(output).contains("Launch opened: symmetric").doesNotContain(PlayedEhr.SECRET, "token-for");
	}

	@Test
	void givesEachLaunchItsOwnCookieForTheFramedSidebar() {
		ehr.grants("p1");
		TestBrowser browser = browser();
		URI authorization = browser.launch(ehr.publicIssuer("cookie"));

		HttpResponse<String> opened = browser.answer(authorization, "code=c");

		String sidebar = TestBrowser.redirect(opened).getPath();
		assertThat(opened.headers().allValues("Set-Cookie"))
			.anySatisfy((cookie) -> assertThat(cookie).matches("__Secure-launch=[A-Za-z0-9_-]{43}; Path="
					+ sidebar.substring(0, sidebar.length() - 1) + "; Secure; HttpOnly; Partitioned; SameSite=None"))
			.anySatisfy(
					(cookie) -> assertThat(cookie).startsWith("__Secure-pending-").contains("Path=/;", "Max-Age=0"));
	}

	@Test
	void keepsInterleavedLaunchesOfOneBrowserApart() {
		TestBrowser browser = browser();
		URI first = browser.launch(ehr.publicIssuer("first"));
		URI second = browser.launch(ehr.publicIssuer("second"));

		ehr.grants("p2");
		String secondSidebar = TestBrowser.redirect(browser.answer(second, "code=b")).getPath();
		ehr.grants("p1");
		String firstSidebar = TestBrowser.redirect(browser.answer(first, "code=a")).getPath();

		assertThat(browser.get(firstSidebar + "probe").body()).startsWith("p1 ");
		assertThat(browser.get(secondSidebar + "probe").body()).startsWith("p2 ");
		assertThat(browser.get(firstSidebar + "probe").body()).startsWith("p1 ");
	}

	@Test
	void readsATokenResponseWithoutScopesAndExpiry() {
		ehr.answersTokenRequests(WireMock.okJson("""
				{ "access_token": "t", "token_type": "bearer", "patient": "p1" }"""));
		TestBrowser browser = browser();

		String sidebar = browser.openSidebar(ehr.publicIssuer("sparse"), "c");

		assertThat(browser.get(sidebar + "probe").body()).isEqualTo("p1 - true 0 true");
	}

	@Test
	void readsABannerThatIsAString() {
		ehr.answersTokenRequests(WireMock.okJson("""
				{ "access_token": "t", "token_type": "Bearer", "patient": "p1", "need_patient_banner": "true" }"""));
		TestBrowser browser = browser();

		assertThat(browser.get(browser.openSidebar(ehr.publicIssuer("yes"), "c") + "probe").body())
			.isEqualTo("p1 - true 0 true");

		ehr.answersTokenRequests(WireMock.okJson("""
				{ "access_token": "t", "token_type": "Bearer", "patient": "p1", "need_patient_banner": "false" }"""));

		assertThat(browser.get(browser.openSidebar(ehr.publicIssuer("no"), "c") + "probe").body())
			.isEqualTo("p1 - false 0 true");
	}

	private static RequestPatternBuilder tokenRequest() {
		return WireMock.postRequestedFor(WireMock.urlPathMatching(".*/token"));
	}

}
