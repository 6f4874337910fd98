package org.twitchingreference.launch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.startup.EverythingLogged;

import org.springframework.boot.test.system.CapturedOutput;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An EHR that stops accepting the access token while the sidebar is open, with every
 * logger at TRACE.
 */
@ExtendWith(EverythingLogged.class)
class AccessRenewalTests extends LaunchTestBase {

	private static final String RENEWED = """
			{ "access_token": "secret-second", "token_type": "Bearer", "expires_in": 300 %s }""";

	@AfterEach
	void logsNoToken(CapturedOutput output) {
		assertThat(output).doesNotContain("secret-", "Exception");
		assertThat(ehr.secretsSent()).allSatisfy((secret) -> assertThat(output.getAll()).doesNotContain(secret));
	}

	@Test
	void readsOnWithRenewedAccess(CapturedOutput output) {
		Sidebar sidebar = sidebar("renews", WireMock.okJson(RENEWED.formatted("")));

		assertThat(sidebar.read()).isEqualTo("Body 2 true");
		assertThat(sidebar.read()).isEqualTo("Body 1 false");
		ehr.server()
			.verify(1, renewal().withFormParam("refresh_token", WireMock.equalTo("secret-refresh"))
				.withFormParam("client_id", WireMock.equalTo("played-app")));
		assertThat(output).contains("Access renewed: Renewed");
	}

	@Test
	void authenticatesAgainWithItsSecret() {
		ehr.answersTokenRequests(granted());
		renews(WireMock.okJson(RENEWED.formatted("")));
		acceptsOnly("/symmetric/fhir", "secret-second");
		TestBrowser browser = browser();
		String sidebar = browser.openSidebar(ehr.symmetricIssuer(), "secret-code");

		assertThat(browser.get(sidebar + "read").body()).isEqualTo("Body 2 true");
		ehr.server().verify(1, renewal().withBasicAuth(new BasicCredentials("played-app", PlayedEhr.SECRET)));
	}

	@Test
	void renewsOnceForAllRequests() {
		Sidebar sidebar = sidebar("many", WireMock.okJson(RENEWED.formatted("")));

		List<CompletableFuture<String>> reads = IntStream.range(0, 12)
			.mapToObj((i) -> CompletableFuture.supplyAsync(sidebar::read))
			.toList();

		assertThat(reads).allSatisfy((read) -> assertThat(read.join()).startsWith("Body"));
		ehr.server().verify(1, renewal());
	}

	@Test
	void readsNoMoreThanTheRenewedScopes() {
		Sidebar sidebar = sidebar("shrinks",
				WireMock.okJson(RENEWED.formatted(", \"scope\": \"patient/Condition.rs\"")));

		assertThat(sidebar.probe()).endsWith(" 2 false");
		sidebar.read();
		assertThat(sidebar.probe()).endsWith(" 1 true");
	}

	@Test
	void keepsItsScopesWhereTheRenewalNamesNone() {
		Sidebar sidebar = sidebar("keeps", WireMock.okJson(RENEWED.formatted(", \"patient\": \"p1\"")));

		sidebar.read();

		assertThat(sidebar.probe()).endsWith(" 2 false");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"p2\"", "7", "{}", "\"p1 \"" })
	void endsWithTheChartOfAnotherPatient(String patient) {
		Sidebar sidebar = sidebar("switches" + Integer.toHexString(patient.hashCode()),
				WireMock.okJson(RENEWED.formatted(", \"patient\": " + patient)));

		assertThat(sidebar.read()).isEqualTo("LAUNCH_ENDED 1");
		assertThat(sidebar.status()).isEqualTo(401);
		ehr.server()
			.verify(0, WireMock.getRequestedFor(WireMock.anyUrl())
				.withHeader("Authorization", WireMock.equalTo("Bearer secret-second")));
	}

	/** At once, not when somebody looks at the page the next time. */
	@Test
	void givesBackTheAccessToAnotherPatient() {
		Sidebar sidebar = sidebar("gives-back",
				WireMock.okJson(RENEWED.formatted(", \"patient\": \"p2\", \"refresh_token\": \"secret-next\"")));
		ehr.server().stubFor(WireMock.post("/revoke").willReturn(WireMock.ok()));

		sidebar.read();

		Awaitility.await().atMost(Duration.ofMinutes(5)).untilAsserted(() -> {
			ehr.server().verify(1, revocation("secret-next"));
			ehr.server().verify(1, revocation("secret-second"));
		});
	}

	@Test
	void takesASecondRefusalForAnAnswer() {
		Sidebar sidebar = sidebar("insists", WireMock.okJson(RENEWED.formatted("")));
		acceptsOnly("/sim/insists/fhir", "secret-none");

		assertThat(sidebar.read()).isEqualTo("UNAUTHORIZED 2");
		assertThat(sidebar.read()).isEqualTo("UNAUTHORIZED 1");
		ehr.server().verify(1, renewal());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "400|application/json|{\"error\":\"invalid_grant\"}|Refused",
			"401|application/json|{\"error\":\"invalid_client\"}|Refused", "403|text/html|<p>secret-page|Refused",
			"429|text/html|<p>secret-page|Failed", "500|text/html|<p>secret-page|Failed",
			"302|text/html|<p>secret-page|Failed", "200|application/json|{|Failed", "200|application/json|{}|Failed",
			"200|text/html|<p>secret-page|Failed",
			"200|application/json|{\"access_token\":\"secret\\n\",\"token_type\":\"Bearer\"}|Failed" })
	void livesWithARenewalThatFails(int status, String type, String body, String outcome, CapturedOutput output) {
		Sidebar sidebar = sidebar("fails" + Integer.toHexString((status + type + body).hashCode()),
				WireMock.aResponse()
					.withStatus(status)
					.withHeader("Content-Type", type)
					.withHeader("Location", "/secret-location")
					.withBody(body));

		assertThat(sidebar.read()).isEqualTo("UNAUTHORIZED 1");
		assertThat(sidebar.status()).isEqualTo(200);
		assertThat(output).contains("Access renewed: " + outcome);
	}

	@Test
	void livesWithATokenEndpointThatDoesNotAnswer(CapturedOutput output) {
		Sidebar sidebar = sidebar("gone", WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

		assertThat(sidebar.read()).isEqualTo("UNAUTHORIZED 1");
		assertThat(output).contains("Access not renewed: open TOKEN_UNREACHABLE broken-off");
	}

	private Sidebar sidebar(String simulation, ResponseDefinitionBuilder renewal) {
		String issuer = ehr.publicIssuer(simulation);
		ehr.answersTokenRequests(granted());
		renews(renewal);
		acceptsOnly("/sim/" + simulation + "/fhir", "secret-second");
		TestBrowser browser = browser();
		return new Sidebar(browser, browser.openSidebar(issuer, "secret-code"));
	}

	private static ResponseDefinitionBuilder granted() {
		return WireMock.okJson("""
				{ "access_token": "secret-first", "token_type": "Bearer", "expires_in": 300, "patient": "p1",
				  "refresh_token": "secret-refresh", "scope": "launch patient/Patient.rs" }""");
	}

	private static void renews(ResponseDefinitionBuilder response) {
		ehr.server()
			.stubFor(WireMock.post(WireMock.urlPathMatching(".*/token"))
				.withFormParam("grant_type", WireMock.equalTo("refresh_token"))
				.atPriority(1)
				.willReturn(response));
	}

	private static void acceptsOnly(String base, String token) {
		ehr.server().stubFor(WireMock.get(base + "/Patient/p1").willReturn(WireMock.unauthorized()));
		ehr.server()
			.stubFor(WireMock.get(base + "/Patient/p1")
				.withHeader("Authorization", WireMock.equalTo("Bearer " + token))
				.willReturn(WireMock.okJson("{ \"resourceType\": \"Patient\", \"id\": \"p1\" }")));
	}

	private static RequestPatternBuilder renewal() {
		return WireMock.postRequestedFor(WireMock.urlPathMatching(".*/token"))
			.withFormParam("grant_type", WireMock.equalTo("refresh_token"));
	}

	private static RequestPatternBuilder revocation(String token) {
		return WireMock.postRequestedFor(WireMock.urlEqualTo("/revoke"))
			.withFormParam("token", WireMock.equalTo(token));
	}

	private record Sidebar(TestBrowser browser, String path) {

		String read() {
			return this.browser.get(this.path + "read").body();
		}

		String probe() {
			return this.browser.get(this.path + "probe").body();
		}

		int status() {
			return this.browser.get(this.path + "probe").statusCode();
		}

	}

}
