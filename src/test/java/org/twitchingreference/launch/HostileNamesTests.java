package org.twitchingreference.launch;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Registered names that lead into this server's own network, by mistake or by somebody
 * who answers for names: whatever the application asks for there, it does not ask.
 */
class HostileNamesTests extends LaunchTestBase {

	@Test
	void discoveryAsksNothingInside(CapturedOutput output) {
		HttpResponse<String> page = browser().get("/launch?launch=x&iss=https://" + PlayedEhr.MOVED + "/inside/fhir");

		assertRefused(page, output, PlayedEhr.MOVED);
	}

	@ParameterizedTest
	@ValueSource(strings = { PlayedEhr.MOVED, PlayedEhr.METADATA })
	void noCodeIsSentInside(String host, CapturedOutput output) {
		TestBrowser browser = browser();
		String issuer = ehr.movedIssuer("token-" + host, "", "https://" + host + "/token");

		assertRefused(browser.answer(browser.launch(issuer), "code=c"), output, host);
	}

	@Test
	void noKeysAreAskedForInside(CapturedOutput output) {
		ehr.answersTokenRequests(WireMock.okJson("""
				{ "access_token": "t", "token_type": "Bearer", "patient": "p1", "id_token":
				  "eyJhbGciOiJSUzI1NiIsImtpZCI6ImsifQ.e30.AAAA" }"""));
		TestBrowser browser = browser();
		String issuer = ehr.movedIssuer("keys", "\"jwks_uri\": \"https://" + PlayedEhr.METADATA + "/keys\",",
				ehr.tokenEndpoint());

		assertThat(browser.answer(browser.launch(issuer), "code=c").body())
			.contains("data-problem=\"id-token-keys-missing\"");
		assertThat(output).contains("Not connected to " + PlayedEhr.METADATA);
	}

	@Test
	void noTokenIsRevokedInside(CapturedOutput output) {
		ehr.grants("p1");
		TestBrowser browser = browser();
		String issuer = ehr.movedIssuer("revoke", "\"revocation_endpoint\": \"https://" + PlayedEhr.MOVED + "/r\",",
				ehr.tokenEndpoint());
		String sidebar = TestBrowser.redirect(browser.answer(browser.launch(issuer), "code=c")).getPath();

		HttpResponse<String> closed = browser.post(sidebar + "close",
				"_csrf=" + URLEncoder.encode(browser.get(sidebar + "csrf").body(), StandardCharsets.UTF_8));

		assertThat(closed.body()).contains("data-closed=\"not-confirmed\"");
		assertThat(output).contains("Not connected to " + PlayedEhr.MOVED, "Access not revoked: access_token");
	}

	private static void assertRefused(HttpResponse<String> page, CapturedOutput output, String host) {
		assertThat(page.statusCode()).isEqualTo(502);
		assertThat(page.body()).contains("data-problem=\"refused-address\"", "private-network").doesNotContain(host);
		assertThat(output).contains("Not connected to " + host, "Launch failed: REFUSED_ADDRESS");
	}

}
