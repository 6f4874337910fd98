package org.twitchingreference.launch;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;

import static org.assertj.core.api.Assertions.assertThat;

/** Launches that are looked at, gone on with and closed. */
class LaunchClosingTests extends LaunchTestBase {

	@AfterEach
	void logsNoToken(CapturedOutput output) {
		assertThat(output).doesNotContain("secret-", "\tat ");
	}

	@Test
	void forgetsAndRevokesWhatIsClosed(CapturedOutput output) {
		TestBrowser browser = browser();
		String sidebar = open(browser, "revokes");
		revokes(WireMock.ok());

		HttpResponse<String> closed = close(browser, sidebar);

		assertThat(closed.body()).contains("data-closed=\"confirmed\"", "has forgotten this chart");
		assertThat(closed.headers().allValues("Set-Cookie")).singleElement()
			.asString()
			.startsWith("__Secure-launch=;")
			.contains("Max-Age=0");
		assertThat(browser.get(sidebar + "probe").statusCode()).isEqualTo(401);
		ehr.server().verify(1, revocation("refresh_token", "secret-refresh"));
		ehr.server().verify(1, revocation("access_token", "secret-first"));
		ehr.server()
			.verify(0, WireMock.postRequestedFor(WireMock.urlEqualTo("/revoke"))
				.withFormParam("grant_type", WireMock.matching(".*")));
		assertThat(output).contains("Launch closed: open CONFIRMED");
	}

	@Test
	void authenticatesAsItDoesForTokens() {
		TestBrowser browser = browser();
		ehr.answersTokenRequests(granted());
		String sidebar = browser.openSidebar(ehr.symmetricIssuer(), "secret-code");
		revokes(WireMock.ok());

		close(browser, sidebar);

		ehr.server()
			.verify(2, WireMock.postRequestedFor(WireMock.urlEqualTo("/revoke"))
				.withBasicAuth(new BasicCredentials("played-app", PlayedEhr.SECRET)));
	}

	@ParameterizedTest
	@ValueSource(ints = { 204, 302, 400, 401, 429, 500, 503 })
	void saysThatTheEhrDidNotConfirm(int status) {
		TestBrowser browser = browser();
		String sidebar = open(browser, "fails" + status);
		revokes(WireMock.aResponse()
			.withStatus(status)
			.withHeader("Location", "/secret-location")
			.withBody((status == 204) ? null : "secret-body"));

		assertThat(close(browser, sidebar).body()).contains("data-closed=\"not-confirmed\"");
		assertThat(browser.get(sidebar + "probe").statusCode()).isEqualTo(401);
		ehr.server().verify(0, WireMock.anyRequestedFor(WireMock.urlEqualTo("/secret-location")));
	}

	@Test
	void closesWhenTheEhrIsGone(CapturedOutput output) {
		TestBrowser browser = browser();
		String sidebar = open(browser, "gone");
		revokes(WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

		assertThat(close(browser, sidebar).body()).contains("data-closed=\"not-confirmed\"");
		assertThat(output).contains("Access not revoked: access_token open broken-off");
		assertThat(browser.get(sidebar + "probe").statusCode()).isEqualTo(401);
	}

	@Test
	void asksNoForeignAddressToRevoke() {
		String issuer = ehr.identityIssuer("foreign-revoke",
				"\"revocation_endpoint\": \"https://evil.example/revoke\",");
		TestBrowser browser = browser();
		ehr.answersTokenRequests(granted());

		String sidebar = browser.openSidebar(issuer, "secret-code");

		assertThat(close(browser, sidebar).body()).contains("data-closed=\"not-offered\"");
	}

	@Test
	void closesNothingWithoutItsTokenOrItsCookie() {
		TestBrowser browser = browser();
		String sidebar = open(browser, "forged");
		String token = browser.get(sidebar + "csrf").body();

		assertThat(browser.post(sidebar + "close", "").statusCode()).isEqualTo(403);
		assertThat(browser().post(sidebar + "close", "_csrf=" + encode(token)).statusCode()).isEqualTo(401);
		assertThat(browser.get(sidebar + "close").statusCode()).isEqualTo(405);
		assertThat(browser.get(sidebar + "probe").statusCode()).isEqualTo(200);
	}

	@Test
	void tellsHowLongItLivesAndGoesOn() {
		TestBrowser browser = browser();
		String sidebar = open(browser, "lives");
		String token = browser.get(sidebar + "csrf").body();

		HttpResponse<String> left = browser.get(sidebar + "session");

		assertThat(left.body()).matches("\\{\"left\":1[78]\\d\\d,\"limit\":43[12]\\d\\d}");
		assertThat(left.headers().firstValue("Cache-Control")).get().asString().contains("no-store");
		assertThat(browser.post(sidebar + "session", "").statusCode()).isEqualTo(403);
		assertThat(browser.post(sidebar + "session", "_csrf=" + encode(token)).body()).startsWith("{\"left\":1");
		assertThat(browser().get(sidebar + "session").statusCode()).isEqualTo(401);
	}

	private static String open(TestBrowser browser, String simulation) {
		ehr.answersTokenRequests(granted());
		return browser.openSidebar(ehr.publicIssuer(simulation), "secret-code");
	}

	private static ResponseDefinitionBuilder granted() {
		return WireMock.okJson("""
				{ "access_token": "secret-first", "token_type": "Bearer", "expires_in": 300, "patient": "p1",
				  "refresh_token": "secret-refresh" }""");
	}

	private static void revokes(ResponseDefinitionBuilder answer) {
		ehr.server().stubFor(WireMock.post("/revoke").willReturn(answer));
	}

	private static HttpResponse<String> close(TestBrowser browser, String sidebar) {
		return browser.post(sidebar + "close", "_csrf=" + encode(browser.get(sidebar + "csrf").body()));
	}

	private static RequestPatternBuilder revocation(String kind, String token) {
		return WireMock.postRequestedFor(WireMock.urlEqualTo("/revoke"))
			.withFormParam("token", WireMock.equalTo(token))
			.withFormParam("token_type_hint", WireMock.equalTo(kind))
			.withFormParam("client_id", WireMock.equalTo("played-app"));
	}

	private static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
