package org.twitchingreference.launch;

import java.net.URI;
import java.net.http.HttpResponse;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;

import static org.assertj.core.api.Assertions.assertThat;

/** Who answers an authorization request, as RFC 9207 has it. */
class AnswerIssuerTests extends LaunchTestBase {

	private static final String NAMED = "\"issuer\": \"https://auth.example.org\",";

	private static final String PROMISED = NAMED + "\"authorization_response_iss_parameter_supported\": true,";

	private static final String RIGHT = "&iss=https://auth.example.org";

	@ParameterizedTest
	@ValueSource(strings = { PROMISED, NAMED })
	void opensForTheEhrThatWasAsked(String discovery) {
		assertOpens(answer(discovery, "code=c" + RIGHT));
	}

	@ParameterizedTest
	@ValueSource(strings = { "&iss=https://evil.example", "&iss=https://auth.example.org/",
			"&iss=https://AUTH.example.org", "&iss=https://auth.example.org%0d%0a", "&iss=",
			RIGHT + "&iss=https://evil.example", RIGHT + RIGHT })
	void usesNoAnswerOfAnother(String iss) {
		assertRefused(answer(PROMISED, "code=c" + iss));
		assertRefused(answer(NAMED, "code=c" + iss));
	}

	@ParameterizedTest
	@ValueSource(strings = { "code=c", "error=access_denied" })
	void missesTheNameThatWasPromised(String parameters) {
		assertRefused(answer(PROMISED, parameters));
	}

	@Test
	void believesNoErrorOfAnother() {
		assertRefused(answer(PROMISED, "error=access_denied&iss=https://evil.example"));
	}

	@Test
	void missesNothingThatWasNotPromised() {
		assertOpens(answer(NAMED, "code=c"));
		assertOpens(answer("", "code=c"));
	}

	@Test
	void takesTheFhirBaseForTheNameOfAnEhrThatHasNoOther() {
		String issuer = ehr.identityIssuer("nameless", "");
		ehr.grants("p1");
		TestBrowser browser = browser();

		assertRefused(browser.answer(browser.launch(issuer), "code=c&iss=https://auth.example.org"));
		assertOpens(browser.answer(browser.launch(issuer), "code=c&iss=" + issuer));
	}

	/**
	 * The answer names whom the smart-configuration does not: it says itself who it is.
	 */
	@Test
	void takesTheNameOfWhoeverOwnsTheTokenEndpoint() {
		String issuer = ehr.identityIssuer("own-name", "");
		String name = ehr.server().baseUrl() + "/identity/own-name";
		ehr.server()
			.stubFor(WireMock.get("/identity/own-name/.well-known/openid-configuration")
				.willReturn(WireMock
					.okJson("{ \"issuer\": \"%s\", \"token_endpoint\": \"%s/token\" }".formatted(name, issuer))));
		ehr.server()
			.stubFor(WireMock.get("/identity/other/.well-known/openid-configuration")
				.willReturn(WireMock.okJson("{ \"issuer\": \"%s\", \"token_endpoint\": \"%s\" }"
					.formatted(name.replace("own-name", "other"), name))));
		ehr.grants("p1");
		TestBrowser browser = browser();

		assertRefused(browser.answer(browser.launch(issuer), "code=c&iss=" + name.replace("own-name", "other")));
		assertRefused(browser.answer(browser.launch(issuer), "code=c&iss=" + name + "/"));
		assertOpens(browser.answer(browser.launch(issuer), "code=c&iss=" + name));
	}

	@Test
	void mixesNoTwoEhrsUp(CapturedOutput output) {
		ehr.grants("p1");
		TestBrowser browser = browser();
		URI honest = browser.launch(ehr.identityIssuer("honest", PROMISED));
		browser.launch(ehr.identityIssuer("attacker", PROMISED.replace("auth.example.org", "attacker.example")));

		assertRefused(browser.answer(honest, "code=c&iss=https://attacker.example"));
		assertThat(output).contains("Launch failed: FOREIGN_ANSWER identity").doesNotContain("attacker.example");
		assertThat(browser.answer(honest, "code=c" + RIGHT).body()).contains("data-problem=\"unknown-state\"");
	}

	/** Where two EHRs share a redirect URI, a copied name is still no name of theirs. */
	@ParameterizedTest
	@ValueSource(strings = { "https://old.example.org", "https://auth.example.org", "https://stranger.example" })
	void aNameThatItsRegistrationMayNotClaimIsNone(String copied, CapturedOutput output) {
		ehr.grants("p1");
		TestBrowser browser = browser();
		String issuer = ehr.unchangedIssuer(Integer.toHexString(copied.hashCode()),
				"\"issuer\": \"%s\",".formatted(copied));

		URI authorization = browser.launch(issuer);

		assertThat(TestBrowser.parameter(authorization, "redirect_uri")).isEqualTo("http://127.0.0.1:8080/callback");
		assertRefused(browser.answer(authorization, "code=c&iss=" + copied));
		assertThat(output).contains("Launch failed: FOREIGN_ANSWER unchanged").doesNotContain(copied);
	}

	@Test
	void thePinnedNameIsTheOnlyOne() {
		ehr.grants("p1");
		TestBrowser browser = browser();
		String issuer = ehr.unchangeableIssuer("\"issuer\": \"%s\",".formatted(ehr.server().baseUrl()));

		assertRefused(browser.answer(browser.launch(issuer), "code=c&iss=" + ehr.server().baseUrl()));
		assertRefused(browser.answer(browser.launch(issuer), "code=c&iss=" + issuer));
		assertOpens(browser.answer(browser.launch(issuer), "code=c&iss=https://old.example.org"));
	}

	@Test
	void anAnswerAtTheAddressOfAnotherIsNone(CapturedOutput output) {
		ehr.grants("p1");
		TestBrowser browser = browser();
		URI own = browser.launch(ehr.publicIssuer("addressed"));
		URI shared = browser.launch(ehr.unchangeableIssuer(""));

		for (String address : new String[] { "/callback", "/callback/symmetric", "/callback/nobody" }) {
			assertMisaddressed(browser.get(address + "?code=c&state=" + TestBrowser.parameter(own, "state")));
		}
		assertMisaddressed(
				browser.get("/callback/unchangeable?code=c&state=" + TestBrowser.parameter(shared, "state")));
		assertThat(output).contains("Launch failed: FOREIGN_ADDRESS open",
				"Launch failed: FOREIGN_ADDRESS unchangeable");
		assertOpens(browser.answer(own, "code=c"));
		assertOpens(browser.answer(shared, "code=c"));
	}

	private static void assertMisaddressed(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("data-problem=\"foreign-address\"").doesNotContain("??");
		ehr.server().verify(0, WireMock.postRequestedFor(WireMock.anyUrl()));
	}

	private HttpResponse<String> answer(String discovery, String parameters) {
		ehr.grants("p1");
		TestBrowser browser = browser();
		String issuer = ehr.identityIssuer("answers" + Integer.toHexString(discovery.hashCode()), discovery);
		return browser.answer(browser.launch(issuer), parameters);
	}

	private static void assertOpens(HttpResponse<String> answer) {
		assertThat(TestBrowser.redirect(answer).getPath()).startsWith("/s/");
	}

	private static void assertRefused(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("data-problem=\"foreign-answer\"").doesNotContain("??", "evil");
		ehr.server().verify(0, WireMock.postRequestedFor(WireMock.anyUrl()));
	}

}
