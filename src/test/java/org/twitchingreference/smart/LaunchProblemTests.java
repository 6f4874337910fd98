package org.twitchingreference.smart;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.launch.LaunchTestBase;
import org.twitchingreference.launch.TestBrowser;
import org.twitchingreference.launch.web.RawRequest;

import org.springframework.boot.test.system.CapturedOutput;

import static org.assertj.core.api.Assertions.assertThat;

class LaunchProblemTests extends LaunchTestBase {

	@AfterEach
	void logsTheKindOnly(CapturedOutput output) {
		assertThat(output).doesNotContain("secret-", "?iss", "Exception", "\tat ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?iss=secret-iss", "?launch=secret-launch", "?iss=&launch=secret-launch",
			"?iss=secret-iss&launch=" })
	void explainsALaunchWithoutEhr(String query) {
		assertProblem(browser().get("/launch" + query), 400, "not-from-an-ehr");
	}

	@Test
	void namesTheIssuerToRegister(CapturedOutput output) {
		HttpResponse<String> page = browser().get("/launch?iss=https://unknown.example.org/fhir&launch=secret-launch");

		assertProblem(page, 403, "unknown-issuer");
		assertThat(page.body()).contains("<code>https://unknown.example.org/fhir</code>", "launch-config");
		assertThat(output).contains("Launch failed: UNKNOWN_ISSUER -").doesNotContain("unknown.example.org");
	}

	@ParameterizedTest
	@ValueSource(strings = { "%3Cscript%3Esecret-script%3C/script%3E", "javascript:secret-script",
			"https://secret-user@ehr.example.org", "https://ehr.example.org/%22%3E%3Csecret-",
			"https://ehr.example.org/?secret-query", "https://ehr.example.org/%0d%0aX-secret-header:1",
			"http://169.254.169.254/secret-metadata%20x", "secret-word" })
	void showsNoIssuerThatIsNoAddress(String iss) {
		HttpResponse<String> page = browser().get("/launch?launch=x&iss=" + iss);

		assertProblem(page, 403, "unknown-issuer");
		assertThat(page.body()).doesNotContain("<code>");
		assertThat(ehr.server().getAllServeEvents()).isEmpty();
	}

	@Test
	void showsNoEndlessIssuer() {
		HttpResponse<String> page = browser().get("/launch?launch=x&iss=https://ehr.example.org/" + "a".repeat(5000));

		assertProblem(page, 403, "unknown-issuer");
		assertThat(page.body()).doesNotContain("aaaaaa");
	}

	@Test
	void explainsBrokenDiscovery() {
		String issuer = ehr.publicIssuer("broken");
		ehr.server().resetAll();

		assertProblem(browser().get("/launch?launch=x&iss=" + issuer), 502, "discovery-unusable");
	}

	@Test
	void explainsAnUnreachableEhr() {
		String issuer = ehr.publicIssuer("down");
		ehr.server()
			.stubFor(WireMock.any(WireMock.anyUrl())
				.willReturn(WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

		assertProblem(browser().get("/launch?launch=x&iss=" + issuer), 502, "ehr-unreachable");
	}

	@Test
	void explainsAForeignEndpoint() {
		String issuer = ehr.publicIssuer("foreign");
		ehr.server()
			.stubFor(WireMock.any(WireMock.anyUrl())
				.willReturn(WireMock
					.okJson("""
							{ "authorization_endpoint": "https://evil.example/a", "token_endpoint": "https://evil.example/t" }""")));

		assertProblem(browser().get("/launch?launch=x&iss=" + issuer), 502, "foreign-endpoint");
	}

	@Test
	void refusesAnUnknownState() {
		assertProblem(browser().get("/callback?code=secret-code&state=secret-state"), 400, "unknown-state");
		assertThat(browser().get("/callback?code=secret-code&state=secret-state").body())
			.contains("belongs to no launch")
			.doesNotContain("This sign-in was already used");
		assertProblem(browser().get("/callback?code=secret-code"), 400, "state-missing");
		assertProblem(browser().get("/callback?code=secret-code&state="), 400, "state-missing");
	}

	@Test
	void refusesAnAnswerTwice() {
		ehr.grants("p1");
		TestBrowser browser = browser();
		URI authorization = browser.launch(ehr.publicIssuer("twice"));
		TestBrowser copy = browser();
		copy.takeCookiesOf(browser);

		TestBrowser.redirect(browser.answer(authorization, "code=secret-code"));

		assertProblem(browser.answer(authorization, "code=secret-code"), 400, "unknown-state");
		assertProblem(copy.answer(authorization, "code=secret-code"), 400, "unknown-state");
		ehr.server().verify(1, WireMock.postRequestedFor(WireMock.anyUrl()));
	}

	@Test
	void refusesAForeignBrowserAndStillServesTheOwn() {
		ehr.grants("p1");
		TestBrowser own = browser();
		TestBrowser foreign = browser();
		URI authorization = own.launch(ehr.publicIssuer("own"));
		foreign.launch(ehr.publicIssuer("other"));

		assertProblem(foreign.answer(authorization, "code=secret-code"), 400, "foreign-browser");
		ehr.server().verify(0, WireMock.postRequestedFor(WireMock.anyUrl()));

		TestBrowser.redirect(own.answer(authorization, "code=secret-code"));
	}

	@ParameterizedTest
	@CsvSource({ "error=access_denied&error_description=secret-text,403,consent-refused",
			"error=invalid_scope&error_description=secret-text,403,authorization-refused",
			"error=%3Cb%3Esecret-error,403,authorization-refused", "code=,400,incomplete-answer",
			"x=y,400,incomplete-answer" })
	void explainsARefusal(String parameters, int status, String problem) {
		TestBrowser browser = browser();
		URI authorization = browser.launch(ehr.publicIssuer("refuses"));

		assertProblem(browser.answer(authorization, parameters), status, problem);
		ehr.server().verify(0, WireMock.postRequestedFor(WireMock.anyUrl()));
	}

	/** Whatever else the answer lacks or holds, its error opens nothing and is told. */
	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "error=access_denied; consent-refused; access_denied",
					"error=invalid_scope&error_description=a%ffsecret-; authorization-refused; invalid_scope",
					"state=&error=server_error; authorization-refused; server_error",
					"error=login_required; authorization-refused; login_required",
					"error=secret-code; authorization-refused; another code",
					"error=Invalid_Scope; authorization-refused; another code",
					"error=%ffinvalid_scope; authorization-refused; another code" })
	void explainsAnErrorWithoutState(String query, String problem, String code, CapturedOutput output) {
		HttpResponse<String> page = browser().get("/callback?" + query);

		assertProblem(page, 403, problem);
		assertThat(page.body()).contains("The EHR gives the error code " + code + ".")
			.doesNotContain("This sign-in was already used");
		assertThat(output).containsPattern("Launch failed: [A-Z_]+ - " + code + " [0-9a-f]{8}");
	}

	/** What else cannot be decoded has a page of its own, and a line in the log. */
	@ParameterizedTest
	@ValueSource(
			strings = { "code=secret-%ff", "code=secret-code&session_state=%fe", "x=%ff", "code=secret-code&%c0=x" })
	void explainsAnAnswerThatCannotBeDecoded(String parameters, CapturedOutput output) {
		TestBrowser browser = browser();

		HttpResponse<String> page = browser.answer(browser.launch(ehr.publicIssuer("undecodable")), parameters);

		assertProblem(page, 400, "unreadable-answer");
		assertThat(page.body()).contains("Reference ").doesNotContain("This sign-in was already used");
		assertThat(output).containsPattern("Launch failed: UNREADABLE_ANSWER open - [0-9a-f]{8}");
		ehr.server().verify(0, WireMock.postRequestedFor(WireMock.anyUrl()));
	}

	@ParameterizedTest
	@CsvSource({ "code=secret-code&state=%ff, unknown-state", "code=secret-%ff, state-missing",
			"code=secret-%ff&state=, state-missing", "code=c&iss=%ff, foreign-answer" })
	void explainsAStateOrIssuerThatCannotBeDecoded(String parameters, String problem) {
		TestBrowser browser = browser();
		URI authorization = browser.launch(ehr.publicIssuer("undecodable"));

		HttpResponse<String> page = parameters.contains("iss=") ? browser.answer(authorization, parameters)
				: browser.get("/callback/open?" + parameters);

		assertProblem(page, 400, problem);
		assertThat(page.body()).doesNotContain("This sign-in was already used");
		ehr.server().verify(0, WireMock.postRequestedFor(WireMock.anyUrl()));
	}

	/** An abandoned launch that made room for others says so. */
	@Test
	void tellsALaunchThatWasGivenUpFromOneThatIsDone() {
		ehr.grants("p1");
		TestBrowser browser = browser();
		String issuer = ehr.publicIssuer("abandoned");
		URI first = browser.launch(issuer);
		for (int other = 0; other < 154; other++) {
			browser.launch(issuer);
		}
		URI last = browser.launch(issuer);

		HttpResponse<String> page = browser.answer(first, "code=secret-code");

		assertProblem(page, 400, "state-given-up");
		assertThat(page.body()).contains("started at the same time").doesNotContain("This sign-in was already used");
		assertThat(browser.cookieHeader("/callback/open")).hasSizeLessThan(1500);
		TestBrowser.redirect(browser.answer(last, "code=secret-code"));
	}

	@Test
	void readsAnErrorWithCharactersThatUrlsMayNotHold() {
		assertThat(RawRequest.send(browser().port(),
				"GET /callback?error=invalid_scope&error_description=[a|b]{c}^\"<x>\\`%ff%zz&error_uri=100% HTTP/1.1"))
			.startsWith("HTTP/1.1 403")
			.contains("error code invalid_scope", "data-problem=\"authorization-refused\"");
	}

	/** Who is asked for help finds the line of the log. */
	@Test
	void namesTheLineOfTheLog(CapturedOutput output) {
		Matcher reference = Pattern.compile("Reference ([0-9a-f]{8})")
			.matcher(browser().get("/callback?error=invalid_scope").body());

		assertThat(reference.find()).isTrue();
		assertThat(output).contains("Launch failed: AUTHORIZATION_REFUSED - invalid_scope " + reference.group(1));
	}

	@ParameterizedTest
	@CsvSource({ "publicIssuer, auth: none", "symmetricIssuer, client_secret_basic" })
	void saysWhatToChangeForTheKindOfClient(String kind, String advice) {
		ehr.answersTokenRequests(WireMock.unauthorized().withBody("{\"error\":\"invalid_client\"}"));
		TestBrowser browser = browser();
		String issuer = kind.equals("publicIssuer") ? ehr.publicIssuer("kind") : ehr.symmetricIssuer();

		HttpResponse<String> page = browser.answer(browser.launch(issuer), "code=secret-code");

		assertProblem(page, 502, "client-refused");
		assertThat(page.body()).contains("error code invalid_client", advice);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "200|invalid_grant|code-refused", "200|invalid_client|client-refused",
			"200|secret-code|token-refused", "400|invalid_request|token-refused", "400|invalid_scope|token-refused",
			"400|unsupported_grant_type|token-refused", "400|invalid_grant|code-refused",
			"415|invalid_request|token-refused", "500|server_error|token-unreachable" })
	void tellsTheCodeOfTheTokenEndpoint(int status, String error, String problem) {
		ehr.answersTokenRequests(WireMock.aResponse()
			.withStatus(status)
			.withHeader("Content-Type", "application/json")
			.withBody("{\"error\":\"%s\",\"error_description\":\"secret-text\"}".formatted(error)));

		HttpResponse<String> page = answerWithCode("tells");

		assertProblem(page, 502, problem);
		assertThat(page.body()).contains("error code " + (error.startsWith("secret") ? "another code" : error) + ".");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "401|application/json|{\"error\":\"invalid_client\"}|client-refused",
			"400|application/json|{\"error\":\"unauthorized_client\"}|client-refused",
			"401|text/html|<p>secret-page|client-refused",
			"400|application/json|{\"error\":\"invalid_grant\",\"error_description\":\"secret-text\"}|code-refused",
			"400|text/html|<p>secret-page|code-refused", "415|text/html|<p>secret-page|token-refused",
			"404|text/html|<p>secret-page|token-refused", "500|text/html|<p>secret-page|token-unreachable",
			"302|text/html|<p>secret-page|token-unusable", "204|application/json||token-unusable",
			"200|application/json||token-unusable", "200|application/json|{|token-unusable",
			"200|application/json|[]|token-unusable", "200|application/json|{}|token-unusable",
			"200|text/plain|{\"access_token\":\"secret-t\",\"token_type\":\"Bearer\",\"patient\":\"p1\"}|token-unusable",
			"200|application/json|{\"access_token\":\"secret-t\",\"patient\":\"p1\"}|token-unusable",
			"200|application/json|{\"token_type\":\"Bearer\",\"patient\":\"p1\"}|token-unusable",
			"200|application/json|{\"access_token\":\"secret-t\",\"token_type\":\"mac\",\"patient\":\"p1\"}|token-unusable",
			"200|application/json|{\"access_token\":\"secret-t\",\"token_type\":\"Bearer\"}|patient-missing",
			"200|application/json|{\"access_token\":7,\"token_type\":\"Bearer\",\"patient\":\"p1\"}|token-unusable",
			"200|application/json|{\"access_token\":[\"secret-t\"],\"token_type\":\"Bearer\",\"patient\":\"p1\"}|token-unusable",
			"200|application/json|{\"access_token\":{\"a\":\"secret-t\"},\"token_type\":\"Bearer\",\"patient\":\"p1\"}|token-unusable",
			"200|application/json|{\"access_token\":\"secret-t\",\"token_type\":\"Bearer\",\"patient\":\"\"}|patient-missing",
			"200|application/json|{\"access_token\":\"secret-t\",\"token_type\":\"Bearer\",\"patient\":\"../secret-p\"}|token-unusable",
			"200|application/json|{\"access_token\":\"secret-t\",\"token_type\":\"Bearer\",\"patient\":7.5}|token-unusable",
			"200|application/json|{\"access_token\":\"secret-t\\n\",\"token_type\":\"Bearer\",\"patient\":\"p1\"}|token-unusable" })
	void explainsAnUnusableTokenAnswer(int status, String type, String body, String problem) {
		ehr.answersTokenRequests(WireMock.aResponse()
			.withStatus(status)
			.withHeader("Content-Type", type)
			.withHeader("Location", "/secret-location")
			.withBody(body));

		assertProblem(answerWithCode("odd"), 502, problem);
	}

	/** What grants access and is not used is given back. */
	@ParameterizedTest
	@ValueSource(strings = { "\"token_type\":\"Bearer\",\"patient\":\"p1\",\"patient\":\"p2\"",
			"\"token_type\":\"Bearer\",\"patient\":\"p1\",\"patient\":\"p1\"",
			"\"token_type\":\"Bearer\",\"patient\":\"p1\",\"access_token\":\"secret-t\"",
			"\"token_type\":\"Bearer\",\"patient\":\"p1\",\"scope\":\"launch\",\"scope\":\"patient/*.rs\"",
			"\"token_type\":\"Bearer\",\"patient\":\"p1\",\"refresh_token\":7",
			"\"token_type\":\"Bearer\",\"patient\":\"p1\",\"refresh_token\":[\"secret-r\"]",
			"\"token_type\":\"Bearer\",\"patient\":\"p1\",\"id_token\":{}", "\"token_type\":\"mac\",\"patient\":\"p1\"",
			"\"token_type\":7,\"patient\":\"p1\"", "\"patient\":\"p1\"",
			"\"token_type\":\"Bearer\",\"patient\":\"../secret-p\"", "\"token_type\":\"Bearer\",\"patient\":true" })
	void usesNoAccessThatIsGrantedAmbiguously(String members) {
		ehr.server().stubFor(WireMock.post("/revoke").willReturn(WireMock.ok()));
		ehr.answersTokenRequests(WireMock.okJson("{\"access_token\":\"secret-t\"," + members + "}"));

		assertProblem(answerWithCode("twice-said"), 502, "token-unusable");
		Awaitility.await()
			.atMost(Duration.ofMinutes(5))
			.untilAsserted(() -> ehr.server()
				.verify(WireMock.postRequestedFor(WireMock.urlEqualTo("/revoke"))
					.withFormParam("token", WireMock.equalTo("secret-t"))));
	}

	@Test
	void explainsATokenEndpointThatDoesNotAnswer() {
		ehr.answersTokenRequests(WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

		assertProblem(answerWithCode("gone"), 502, "token-unreachable");
	}

	@Test
	void readsNoEndlessTokenAnswer() {
		ehr.answersTokenRequests(WireMock.okJson(" ".repeat(9_000_000) + """
				{ "access_token": "secret-t", "token_type": "Bearer", "patient": "p1" }"""));

		assertProblem(answerWithCode("endless"), 502, "token-unusable");
	}

	private HttpResponse<String> answerWithCode(String simulation) {
		TestBrowser browser = browser();
		return browser.answer(browser.launch(ehr.publicIssuer(simulation)), "code=secret-code");
	}

	private static void assertProblem(HttpResponse<String> page, int status, String problem) {
		assertThat(page.statusCode()).isEqualTo(status);
		assertThat(page.body()).contains("data-problem=\"" + problem + "\"", "<h1>The sidebar could not open</h1>")
			.doesNotContain("secret-", "??");
		assertThat(page.headers().allValues("Set-Cookie")).noneMatch((cookie) -> cookie.startsWith("__Secure-launch"));
	}

}
