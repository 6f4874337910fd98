package org.twitchingreference.launch;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.launch.web.RawRequest;

import org.springframework.boot.test.system.CapturedOutput;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a stranger writes into an address, and an EHR into its answers, to become a header
 * of somebody's, a line of the log or the address a browser is sent to.
 */
class HostileParametersTests extends LaunchTestBase {

	/** A header, a line of the log, a colour of the terminal, markup, a template. */
	private static final List<String> FORGERIES = List.of("x%0d%0aX-Forged:%20hostile-1", "x%0aSet-Cookie:%20hostile=1",
			"x%0d%0a%0d%0a%3Cscript%3Ehostile%3C/script%3E", "x%0a2026-11-23T00:00:00Z%20%20INFO%20hostile",
			"%1b%5b31mhostile%1b%5b2J", "%E2%80%A8hostile", "%C2%85hostile", "%3Cscript%3Ehostile%3C/script%3E",
			"$%7Bjndi:ldap://hostile%7D", "$%7BT(java.lang.Runtime).getRuntime().exec('hostile')%7D", "x%00hostile",
			"%E5%98%8D%E5%98%8AX-Forged:hostile");

	private static final List<String> PLACES = List.of("/launch?launch=x&iss=", "/launch?iss=https://x.example&launch=",
			"/standalone/open?iss=", "/callback?code=c&state=", "/callback?state=s&code=", "/callback?state=s&iss=",
			"/callback?state=s&error=", "/callback?state=s&error=e&error_description=",
			"/callback?state=s&error=e&error_uri=", "/launch?", "/standalone/", "/s/");

	@AfterEach
	void nothingOfItIsLogged(CapturedOutput output) {
		assertThat(output.getAll()).doesNotContain("hostile", "\u001b[31m", "\u2028", "\u0085");
	}

	@ParameterizedTest
	@MethodSource
	void aForgeryIsNeitherHeaderNorMarkup(String address) {
		HttpResponse<String> answer = browser().get(address);

		assertThat(answer.statusCode()).isBetween(400, 404);
		assertUnharmed(answer);
	}

	static Stream<String> aForgeryIsNeitherHeaderNorMarkup() {
		return PLACES.stream().flatMap((place) -> FORGERIES.stream().map((forgery) -> place + forgery));
	}

	@ParameterizedTest
	@ValueSource(strings = { "redirect_uri", "redirect", "url", "next", "return_to", "target_link_uri", "post_logout",
			"continue", "aud" })
	void noParameterSaysWhereTheBrowserIsSent(String name) {
		ehr.grants("p1");
		TestBrowser browser = browser();
		String issuer = ehr.publicIssuer("open");

		URI authorization = TestBrowser
			.redirect(browser.get("/launch?launch=x&" + name + "=https://hostile.example&iss=" + issuer));
		URI sidebar = TestBrowser.redirect(browser.answer(authorization, name + "=https://hostile.example&code=c"));

		assertThat(authorization.toString()).startsWith(issuer + "/authorize?").doesNotContain("hostile.example");
		assertThat(TestBrowser.parameter(authorization, "redirect_uri")).endsWith("/callback/open");
		assertThat(sidebar.toString()).matches("http://127\\.0\\.0\\.1:8080/s/[A-Za-z0-9_-]{43}/");
	}

	@Test
	void theHostOfTheRequestIsNotBelieved() {
		String answer = RawRequest.send(browser().port(),
				"GET /launch?launch=x&iss=" + ehr.publicIssuer("host")
						+ " HTTP/1.1\r\nX-Forwarded-Host: hostile.example"
						+ "\r\nForwarded: host=hostile.example\r\nX-Forwarded-Proto: https");

		assertThat(answer).startsWith("HTTP/1.1 302").doesNotContain("hostile");
	}

	@ParameterizedTest
	@MethodSource("forgeries")
	void aLaunchHandleIsHandedBackAsItIsAndEncoded(String forgery) {
		HttpResponse<String> answer = browser().get("/launch?iss=" + ehr.publicIssuer("handle") + "&launch=" + forgery);

		assertThat(answer.headers().allValues("Location")).singleElement()
			.asString()
			.startsWith(ehr.server().baseUrl() + "/sim/handle/fhir/authorize?")
			.doesNotContainPattern("[\\x00-\\x20\\x7f-\\x{ffff}<>]");
		assertUnharmed(answer);
	}

	static Stream<String> forgeries() {
		return FORGERIES.stream();
	}

	@ParameterizedTest
	@ValueSource(strings = { "t\\r\\nX-Forged: hostile", "t\\nhostile", "t hostile", "t\\u0000hostile",
			"t\\u001b[31mhostile", "t\\u2028hostile", "t\\u0085hostile", "\\u560d\\u560ahostile", "" })
	void noTokenBecomesAnotherHeader(String token) {
		assertThat(answeredBy("\"access_token\": \"" + token + "\", \"patient\": \"p1\"").body())
			.contains("data-problem=\"token-unusable\"");
		ehr.server().verify(0, WireMock.anyRequestedFor(WireMock.urlMatching(".*Patient.*")));
	}

	@Test
	void whatElseAnAnswerSaysIsNeitherHeaderNorMarkup() {
		String forgery = "\\r\\nX-Forged: hostile\\u001b[31m<script>hostile</script>";
		TestBrowser browser = browser();
		HttpResponse<String> answer = answeredBy(browser,
				"""
						"access_token": "t", "patient": "p1", "encounter": "%1$s", "intent": "%1$s", "tenant": "%1$s",
						"scope": "patient/Patient.rs %1$s", "refresh_token": "%1$s", "smart_style_url": "https://x.example/%1$s",
						"fhirContext": [ { "reference": "%1$s" } ], "%1$s": "%1$s"
						"""
					.formatted(forgery));

		assertThat(answer.headers().firstValue("Location")).get().asString().contains("/s/");
		assertUnharmed(answer);
		String sidebar = TestBrowser.redirect(answer).getPath();
		assertThat(browser.get(sidebar).statusCode()).isEqualTo(200);
		assertUnharmed(browser.get(sidebar));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://x.example/a\\r\\nX-Forged: hostile", "https://x.example/a b hostile",
			"javascript:hostile", "data:text/html,hostile", "//hostile.example/a", "https://user:hostile@x.example/a",
			"https://x.example\\\\@hostile.example/a", "https://x.example#hostile", "file:///hostile" })
	void noEndpointOfDiscoveryIsAnythingElseThanAnAddress(String endpoint) {
		String issuer = ehr.publicIssuer("endpoint");
		ehr.server()
			.stubFor(WireMock.any(WireMock.anyUrl())
				.willReturn(WireMock.okJson(
						"{ \"authorization_endpoint\": \"%1$s\", \"token_endpoint\": \"%1$s\" }".formatted(endpoint))));

		HttpResponse<String> answer = browser()
			.get("/launch?launch=x&iss=" + issuer + Integer.toHexString(endpoint.hashCode()));

		assertThat(answer.statusCode()).isIn(403, 502);
		assertUnharmed(answer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/xml", "application/xml", "application/fhir+xml", "application/json+xml" })
	void xmlIsNeverRead(String type) {
		String entity = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY h SYSTEM \"file:///etc/passwd\">]><x>&h;hostile</x>";
		ehr.answersTokenRequests(WireMock.okForContentType(type, entity));
		TestBrowser browser = browser();

		HttpResponse<String> answer = browser.answer(browser.launch(ehr.publicIssuer("xml")), "code=c");

		assertThat(answer.body()).contains("data-problem=\"token-unusable\"").doesNotContain("root:");
		assertUnharmed(answer);
	}

	private HttpResponse<String> answeredBy(String fields) {
		return answeredBy(browser(), fields);
	}

	private static HttpResponse<String> answeredBy(TestBrowser browser, String fields) {
		ehr.answersTokenRequests(WireMock.okJson("{ \"token_type\": \"Bearer\", " + fields + " }"));
		return browser.answer(browser.launch(ehr.publicIssuer("answers")), "code=c");
	}

	private static void assertUnharmed(HttpResponse<String> answer) {
		assertThat(answer.headers().map()).doesNotContainKeys("x-forged", "X-Forged");
		assertThat(answer.headers().allValues("Set-Cookie")).noneMatch((cookie) -> cookie.contains("hostile"));
		assertThat(answer.body()).doesNotContain("<script>hostile", "hostile</script>", "\u001b");
	}

}
