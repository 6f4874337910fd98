package org.twitchingreference.launch;

import java.net.http.HttpResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.system.CapturedOutput;

import static org.assertj.core.api.Assertions.assertThat;

/** The EHR's style reaches its own launch only, from its own host only. */
class LaunchStyleTests extends LaunchTestBase {

	private static final String STYLE = "{ \"dim_border_radius\": \"6px\" }";

	private TestBrowser browser;

	@BeforeEach
	void openABrowser() {
		this.browser = browser();
	}

	@Test
	void isFetchedByTheServerForTheLaunchAlone() {
		String sidebar = open(ehr.publicIssuer("styled"), ehr.server().baseUrl() + "/styles/1.json",
				WireMock.okJson(STYLE));

		HttpResponse<String> style = this.browser.get(sidebar + "style.css");
		assertThat(style.body()).isEqualTo(":root{--radius:6px}");
		assertThat(style.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(style.headers().firstValue("Content-Type")).hasValue("text/css;charset=UTF-8");
		assertThat(browser().get(sidebar + "style.css").statusCode()).isEqualTo(401);
		ehr.server()
			.verify(1,
					WireMock.getRequestedFor(WireMock.urlPathEqualTo("/styles/1.json")).withoutHeader("Authorization"));
	}

	@Test
	void isNothingWhereItIsWrong() {
		assertThat(style("/styles/2.json", WireMock.serverError())).isEmpty();
		assertThat(style("/styles/3.json", WireMock.okJson("{"))).isEmpty();
		assertThat(style("/styles/4.json", WireMock.ok("body{display:none}").withHeader("Content-Type", "text/css")))
			.isEmpty();
		assertThat(style("/styles/5.json", WireMock.okJson(STYLE + " ".repeat(20_000)))).isEmpty();
		assertThat(style("/styles/6.json", WireMock.temporaryRedirect("/styles/1.json"))).isEmpty();
	}

	@Test
	void isNothingWhereItDoesNotComeInTime() {
		assertThat(style("/styles/7.json", WireMock.okJson(STYLE).withFixedDelay(60_000))).isEmpty();
	}

	@Test
	void isFetchedFromNoOtherHost() {
		String port = String.valueOf(ehr.server().port());
		String sidebar = open(ehr.publicIssuer("elsewhere"), "http://127.0.0.1:" + port + "/styles/8.json",
				WireMock.okJson(STYLE));

		assertThat(this.browser.get(sidebar + "style.css").body()).isEmpty();
		ehr.server().verify(0, WireMock.getRequestedFor(WireMock.urlPathMatching("/styles/.*")));
	}

	@Test
	void isFetchedFromNoOtherHostOfTheRegistration(CapturedOutput output) {
		String sidebar = open(ehr.movedIssuer("style", "", ehr.tokenEndpoint()),
				"https://" + PlayedEhr.MOVED + "/styles/9.json", WireMock.okJson(STYLE));

		assertThat(this.browser.get(sidebar + "style.css").body()).isEmpty();
		assertThat(output).doesNotContain("Not connected");
	}

	@Test
	void isNothingWhereTheEhrNamesNone() {
		ehr.grants("p1");

		assertThat(this.browser.get(this.browser.openSidebar(ehr.publicIssuer("plain"), "code") + "style.css").body())
			.isEmpty();
	}

	private String style(String path, ResponseDefinitionBuilder answer) {
		String sidebar = open(ehr.publicIssuer("odd" + path.charAt(8)), ehr.server().baseUrl() + path, answer);
		return this.browser.get(sidebar + "style.css").body();
	}

	private String open(String issuer, String address, ResponseDefinitionBuilder answer) {
		ehr.answersTokenRequests(WireMock.okJson("""
				{ "access_token": "token", "token_type": "Bearer", "patient": "p1", "smart_style_url": "%s" }"""
			.formatted(address)));
		ehr.server().stubFor(WireMock.get(WireMock.urlPathMatching("/styles/.*")).willReturn(answer));
		return this.browser.openSidebar(issuer, "code");
	}

}
