package org.twitchingreference.launch.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.launch.LaunchTestBase;
import org.twitchingreference.launch.TestBrowser;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;

import static org.assertj.core.api.Assertions.assertThat;

class LaunchSecurityTests extends LaunchTestBase {

	@Value("${twitching.audit.file}")
	private Path auditFile = Path.of("");

	private TestBrowser browser = new TestBrowser(0);

	private String sidebar = "";

	@BeforeEach
	void open() {
		ehr.grants("p1");
		this.browser = browser();
		this.sidebar = this.browser.openSidebar(ehr.publicIssuer("headers"), "c");
	}

	@Test
	void endsForABrowserWithoutTheCookie() {
		HttpResponse<String> page = browser().get(this.sidebar + "probe");

		assertThat(page.statusCode()).isEqualTo(401);
		assertThat(page.body()).contains("This launch has ended", "Open the app again from the chart");
		assertThat(frameAncestors(page)).contains("https://open.example.org", "https://symmetric.example.org");
	}

	@Test
	void endsForAnotherLaunchOfTheSameBrowser() {
		TestBrowser other = browser();
		String foreign = other.openSidebar(ehr.publicIssuer("headers"), "c");

		assertThat(this.browser.get(foreign + "probe").statusCode()).isEqualTo(401);
		assertThat(this.browser.get("/s/unknown/probe").statusCode()).isEqualTo(401);
		assertThat(this.browser.get(this.sidebar + "probe").statusCode()).isEqualTo(200);
	}

	@Test
	void auditsWhoWasRefused() throws IOException {
		long before = audited().size();

		browser().get(this.sidebar + "probe");
		this.browser.post(this.sidebar + "probe", "");
		browser().get("/launch?launch=x&iss=https://unknown.example/fhir");

		assertThat(audited().stream().skip(before))
			.anySatisfy((line) -> assertThat(line).contains("\"event\":\"request\"", "\"client\":\"127.0.0.1\"",
					"\"outcome\":\"no-launch\""))
			.anySatisfy(
					(line) -> assertThat(line).contains("\"client\":\"127.0.0.1\"", "\"outcome\":\"forged-request\""))
			.anySatisfy((line) -> assertThat(line).contains("\"event\":\"launch\"", "\"client\":\"127.0.0.1\"",
					"\"outcome\":\"unknown-issuer\""))
			.noneMatch((line) -> line.contains(this.sidebar.split("/")[2]));
	}

	@Test
	void administratorsHaveNoWayInWhereNoTokenIsConfigured() {
		assertThat(browser().post(AdministratorController.END + "?user=x", "").statusCode()).isEqualTo(404);
		assertThat(this.browser.get(this.sidebar + "probe").statusCode()).isEqualTo(200);
	}

	private List<String> audited() throws IOException {
		return Files.readAllLines(this.auditFile);
	}

	@Test
	void changesNothingWithoutTheTokenOfTheLaunch() {
		String token = this.browser.get(this.sidebar + "csrf").body();
		String foreign = this.browser.get(this.browser.openSidebar(ehr.publicIssuer("headers"), "c") + "csrf").body();

		assertThat(this.browser.post(this.sidebar + "probe", "").statusCode()).isEqualTo(403);
		assertThat(this.browser.post(this.sidebar + "probe", "_csrf=" + encode(foreign)).statusCode()).isEqualTo(403);
		assertThat(this.browser.post(this.sidebar + "probe", "_csrf=" + encode(token)).body()).isEqualTo("changed p1");
		assertThat(browser().post(this.sidebar + "probe", "_csrf=" + encode(token)).statusCode()).isEqualTo(401);
	}

	@Test
	void letsOnlyTheEhrOfTheLaunchFrameIt() {
		assertThat(frameAncestors(this.browser.get(this.sidebar + "probe"))).isEqualTo("https://open.example.org");
		assertThat(frameAncestors(this.browser.get("/launch?launch=x&iss=" + ehr.symmetricIssuer())))
			.isEqualTo("https://symmetric.example.org");
		assertThat(frameAncestors(this.browser.get("/launch"))).contains("https://open.example.org",
				"https://symmetric.example.org");
	}

	@ParameterizedTest
	@ValueSource(strings = { "probe", "nothing", "../../launch", "../../callback", "../unknown/", "../../error" })
	void protectsEveryPage(String path) {
		HttpResponse<String> page = this.browser.get(URI.create(this.sidebar + path).normalize().toString());

		assertThat(header(page, "Content-Security-Policy"))
			.startsWith("default-src 'none'; style-src 'self'; "
					+ "script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; "
					+ "base-uri 'none'; frame-ancestors https://")
			.doesNotContain("unsafe");
		assertThat(header(page, "Cache-Control")).contains("no-store");
		assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
		assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(page.headers().firstValue("X-Frame-Options")).isEmpty();
		assertThat(page.headers().allValues("Set-Cookie")).noneMatch((cookie) -> cookie.contains("SESSION"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/about/else", "/login", "/logout", "/actuator", "/s", "/jwks.txt" })
	void hasNothingElse(String path) {
		HttpResponse<String> page = this.browser.get(path);

		assertThat(page.statusCode()).isEqualTo(404);
		assertThat(page.body()).contains("There is nothing here");
	}

	/** A page that isolates itself may frame only what allows that and does the same. */
	@ParameterizedTest
	@ValueSource(strings = { "/launch", "/callback", "/css/reference.css", "/nothing" })
	void mayBeFramedByPagesThatIsolateThemselves(String path) {
		for (String address : List.of(path, this.sidebar, this.sidebar + "probe")) {
			assertThat(header(this.browser.get(address), "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
			assertThat(header(this.browser.get(address), "Cross-Origin-Embedder-Policy")).isEqualTo("require-corp");
		}
	}

	@Test
	void explainsErrorsPlainly() {
		String token = this.browser.get(this.sidebar + "csrf").body();

		assertThat(this.browser.get(this.sidebar + "nothing").body()).contains("There is nothing here");
		assertThat(this.browser.post(this.sidebar + "csrf", "_csrf=" + encode(token)).body())
			.contains("This cannot be done here");
		assertThat(this.browser.get(this.sidebar + "broken").body()).contains("Something went wrong")
			.doesNotContain("on purpose");
	}

	/**
	 * Refused by Tomcat, by Spring's firewall, or by this application: all look alike.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "//launch", "/s/..;/launch", "/css/%2e%2e%2e;/x", "/launch;a=b", "/launch%3ba", "/%ff",
			"/launch/%ff", "/[launch", "/launch|", "/launch?iss=\u00e9", "/../../launch", "/%2e%2e/launch", "/a%2fb",
			"/a%5cb", "/a\\b", "/a%00b", "/%zz", "/callback|?code=c", "/css/%c0%ae", "*", "launch", "/lau\u0001nch" })
	void refusesARequestThatNoBrowserSendsWithItsOwnPage(String target) {
		String answer = RawRequest.send(this.browser.port(), "GET " + target + " HTTP/1.1\r\nAccept: text/html");

		assertThat(answer).startsWith("HTTP/1.1 400")
			.contains("This request could not be read", "data-problem=\"400\"");
		assertProtected(answer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /launch HTTP/1.1\r\nBad header: x", "GET /launch HTTP/1.1\r\nX-A: a\u0001b",
			"GET /launch HTTP/1.1\r\nHost: other", "GE(T /launch HTTP/1.1", "GET /launch HTTP/1.1\r\nContent-Length: x",
			"GET /launch HTTP/1.1\r\nHost: a|b" })
	void refusesAHeadThatNoBrowserSendsWithItsOwnPage(String head) {
		String answer = RawRequest.send(this.browser.port(), head + "\r\nAccept: text/html");

		assertThat(answer).startsWith("HTTP/1.1 400").contains("This request could not be read");
		assertProtected(answer);
	}

	private static void assertProtected(String answer) {
		assertThat(answer)
			.contains("Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff",
					"Referrer-Policy: no-referrer", "Cross-Origin-Resource-Policy: cross-origin",
					"Cross-Origin-Embedder-Policy: require-corp", "no-store", "frame-ancestors https://")
			.doesNotContain("X-Frame-Options", "Tomcat", "HTTP Status", "Set-Cookie");
	}

	@Test
	void servesTheOneScriptOfOthersThatPagesUse() {
		String scripts = "/webjars/htmx.org/2.0.4/";

		assertThat(this.browser.get(scripts + "dist/htmx.min.js").statusCode()).isEqualTo(200);
		for (String other : List.of("dist/htmx.js", "dist/htmx.min.js.gz", "dist/ext/debug.js", "package.json", "",
				"dist/htmx.min.js/", "README.md", "LICENSE")) {
			assertThat(this.browser.get(scripts + other).statusCode()).isEqualTo(404);
		}
	}

	@Test
	void logsNoRequestThatTomcatRefuses(CapturedOutput output) {
		RawRequest.send(this.browser.port(), "GET /callback?code=secret-code|x&state=%s HTTP/1.1");
		RawRequest.send(this.browser.port(), "GET /callback HTTP/1.1\r\nCookie: a=\"secret-cookie; b=\u0001");
		assertThat(
				RawRequest.send(this.browser.port(), "GET /callback?code=%zzsecret-code HTTP/1.1\r\nAccept: text/html"))
			.startsWith("HTTP/1.1 400")
			.contains("data-problem=\"state-missing\"", "Content-Security-Policy");

		assertThat(output).doesNotContain("secret-");
	}

	private static String frameAncestors(HttpResponse<String> page) {
		String policy = header(page, "Content-Security-Policy");
		return policy.substring(policy.indexOf("frame-ancestors ") + "frame-ancestors ".length());
	}

	private static String header(HttpResponse<String> page, String name) {
		assertThat(page.headers().allValues(name)).hasSize(1);
		return page.headers().firstValue(name).orElseThrow();
	}

	private static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
