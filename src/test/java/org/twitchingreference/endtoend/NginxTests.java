package org.twitchingreference.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;
import org.twitchingreference.browser.Chromium;
import org.twitchingreference.browser.EnabledIfChromium;
import org.twitchingreference.browser.Look;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The server as deploy/ installs it: its environment file, and the example for nginx with
 * TLS and a path prefix before it.
 */
class NginxTests {

	private static final String PREFIX = ProxiedSystem.PREFIX;

	private static ProxiedSystem system;

	private static URI app = URI.create("https://127.0.0.1");

	@BeforeAll
	static void start(@TempDir Path folder) throws IOException {
		Assumptions.assumeTrue(Nginx.installed().isPresent(), "Skipped: no nginx found (apt-get install nginx)");
		system = new ProxiedSystem(folder);
		app = system.app();
	}

	@AfterAll
	static void end() {
		if (system != null) {
			system.close();
		}
	}

	/** All of a launch is in a frame of another site, as in an EHR. */
	@Test
	@EnabledIfChromium
	void launchesInAFrameOfTheEhr() {
		try (Chromium chromium = Chromium.start(Look.sidebar().wide(1280))) {
			believeEveryCertificate(chromium.driver(), true);
			chromium.open(system.ehr().base() + "/chart/low-potassium-diuretic");
			chromium.driver().switchTo().frame(chromium.await("iframe#app"));

			assertThat(chromium.await("[data-assessment='complete'] [data-cause='low-potassium']")
				.getDomAttribute("data-verdict")).isEqualTo("met");
			chromium.await("[data-question='weakness'] button[data-answer='no']").click();
			chromium.await("[data-question='weakness'] button[data-answer='no'][aria-pressed='true'], [data-change]");
			assertThat(chromium.driver().executeScript("return location.pathname").toString())
				.startsWith(PREFIX + "/s/");
			assertThat(chromium.driver()
				.executeAsyncScript(
						"const done = arguments[0]; fetch('session').then((answer) => done(answer.status))"))
				.isEqualTo(200L);
			assertThat(chromium.complaints()).noneMatch((complaint) -> complaint.contains(app.getAuthority()));
			believeEveryCertificate(chromium.driver(), false);
		}
	}

	private static void believeEveryCertificate(ChromeDriver driver, boolean believe) {
		driver.executeCdpCommand("Security.setIgnoreCertificateErrors", Map.of("ignore", believe));
	}

	@Test
	void keepsCookiesAndRedirectsBelowThePrefix() throws Exception {
		HttpResponse<String> launch = system.get(system.ehr().launch("low-potassium-diuretic", "public"));

		assertThat(launch.statusCode()).isEqualTo(302);
		assertThat(launch.headers().firstValue("Location").orElseThrow())
			.contains("redirect_uri=" + app + "/callback/sandbox");
		assertThat(launch.headers().allValues("Set-Cookie")).hasSize(1)
			.allSatisfy((cookie) -> assertThat(cookie).contains("Path=" + PREFIX + "/", "Secure", "HttpOnly",
					"SameSite=None", "Partitioned"));
	}

	@ParameterizedTest
	@CsvSource({ "/, 200", "/about, 200", "/standalone, 200", "/launch, 400", "/callback/sandbox, 400",
			"/s/nobody/, 401", "/nothing-here, 404" })
	void linksToNothingOutsideThePrefix(String path, int status) throws Exception {
		HttpResponse<String> page = system.get(URI.create(app + path));

		assertThat(page.statusCode()).isEqualTo(status);
		List<String> links = Pattern.compile("(?:href|src|action)=\"(/[^\"]*)\"")
			.matcher(page.body())
			.results()
			.map((link) -> link.group(1))
			.toList();
		assertThat(links).isNotEmpty().allMatch((link) -> link.startsWith(PREFIX + "/"));
		for (String link : links) {
			assertThat(system.get(app.resolve(link)).statusCode()).as(link).isIn(200, 302);
		}
		assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
		assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1)
			.allSatisfy((policy) -> assertThat(policy).contains("frame-ancestors " + system.ehr().base()));
		assertThat(page.headers().firstValue("Server").orElseThrow()).isEqualTo("nginx");
	}

	@Test
	void publishesItsKeysBelowThePrefix() throws Exception {
		assertThat(system.get(URI.create(app + "/jwks.json")).body()).contains("\"keys\"", "\"kid\"")
			.doesNotContain("\"d\"");
	}

	/** Whoever sends them wants the pages to lead elsewhere. */
	@ParameterizedTest
	@ValueSource(strings = { "X-Forwarded-Prefix", "X-Forwarded-Host", "Forwarded", "X-Forwarded-Port" })
	void takesNoAddressFromWhatAClientForwards(String header) throws Exception {
		HttpResponse<String> page = system.send(
				HttpRequest.newBuilder(URI.create(app + "/standalone")).header(header, "host=evil.example;proto=http"));

		assertThat(page.body()).contains("href=\"" + PREFIX + "/css/").doesNotContain("evil");
		assertThat(page.headers().map().toString()).doesNotContain("evil");
	}

	/** Only the proxy says who the client is. */
	@Test
	void auditsTheClientThatTheProxySees() throws Exception {
		system.send(HttpRequest.newBuilder(URI.create(app + "/s/nobody/")).header("X-Forwarded-For", "203.0.113.7"));

		assertThat(system.written("audit.jsonl")).contains("\"client\":\"127.0.0.1\"").doesNotContain("203.0.113.7");
	}

	@Test
	void leadsToTlsAndToThePrefixAndServesNothingElse() throws Exception {
		assertThat(location(system.plain(PREFIX + "/about"))).isEqualTo(app + "/about");
		assertThat(location(app)).isEqualTo(app + "/");
		assertThat(system.get(app.resolve("/about")).statusCode()).isEqualTo(404);
		assertThat(system.get(URI.create(app + "/actuator/health")).statusCode()).isEqualTo(404);
	}

	@Test
	void logsNoAddresses() throws Exception {
		system.get(system.ehr().launch("low-potassium-diuretic", "public"));

		assertThat(system.written("twitching.log")).contains(" GET 302 ").doesNotContain("launch", "iss=", "/s/");
	}

	private static String location(URI address) throws Exception {
		HttpResponse<String> answer = system.get(address);
		assertThat(answer.statusCode()).isEqualTo(308);
		return answer.headers().firstValue("Location").orElseThrow();
	}

}
