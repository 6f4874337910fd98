package org.twitchingreference.launch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.benmanes.caffeine.cache.Ticker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.launch.web.RawRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The server behind a proxy on 127.0.0.1, whose headers are believed; 127.0.0.2 is
 * anybody.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "server.forward-headers-strategy=native",
				"server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.1", "twitching.rates.per-address=4" })
class ForwardedHeadersTests {

	private static final PlayedEhr ehr = PlayedEhr.start();

	/** As the property above has it. */
	private static final int MOST = 4;

	private static final String PROXY = "127.0.0.1";

	private static final String ANYBODY = "127.0.0.2";

	private static final String LIES = "\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https"
			+ "\r\nX-Forwarded-Port: 444\r\nX-Forwarded-Prefix: /evil\r\nForwarded: host=evil.example;proto=https";

	@LocalServerPort
	private int port;

	@Value("${twitching.audit.file}")
	private Path auditFile;

	@DynamicPropertySource
	static void register(DynamicPropertyRegistry registry) {
		registry.add("launch-config", () -> ehr.registrations().toString());
		registry.add("TEST_SECRET", () -> PlayedEhr.SECRET);
	}

	@Test
	void countsTheClientThatTheProxyNames() {
		for (int request = 0; request < MOST; request++) {
			assertThat(launch(PROXY, "203.0.113.7")).doesNotStartWith("HTTP/1.1 429");
		}

		assertThat(launch(PROXY, "203.0.113.7")).startsWith("HTTP/1.1 429").contains("Retry-After: ");
		assertThat(launch(PROXY, "203.0.113.8")).doesNotStartWith("HTTP/1.1 429");
	}

	/** What stands before the proxy's own entry the client wrote. */
	@Test
	void countsNobodyWhomTheClientNames() {
		for (int request = 0; request < MOST; request++) {
			assertThat(launch(PROXY, "198.51.100." + request + ", 203.0.113.9")).doesNotStartWith("HTTP/1.1 429");
		}

		assertThat(launch(PROXY, "198.51.100.99, 203.0.113.9")).startsWith("HTTP/1.1 429");
	}

	@Test
	void believesNobodyElseWhoItIs() {
		for (int request = 0; request < MOST; request++) {
			assertThat(launch(ANYBODY, "203.0.113." + (20 + request))).doesNotStartWith("HTTP/1.1 429");
		}

		assertThat(launch(ANYBODY, "203.0.113.99")).startsWith("HTTP/1.1 429");
		assertThat(launch(PROXY, "203.0.113.99")).doesNotStartWith("HTTP/1.1 429");
	}

	/** The request is held while the EHR is asked, and goes on with who it is from. */
	@Test
	void auditsTheClientWhoseLaunchFailsOnceTheEhrHasAnswered() throws IOException {
		String issuer = ehr.publicIssuer("unusable");
		ehr.reset();

		String answer = send(PROXY, "/launch?launch=x&iss=" + issuer, "\r\nX-Forwarded-For: 203.0.113.77");

		assertThat(answer).contains("data-problem=\"discovery-unusable\"");
		assertThat(Files.readAllLines(this.auditFile)).anySatisfy((line) -> assertThat(line)
			.contains("\"client\":\"203.0.113.77\"", "\"outcome\":\"discovery-unusable\""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.0.0.3" })
	void leadsToItsOwnAddressWhateverHeadersSay(String source) {
		ehr.grants("p1");
		String issuer = ehr.publicIssuer("forwarded");

		String toTheEhr = send(source, "/launch?launch=x&iss=" + issuer, LIES);
		URI authorization = URI.create(header(toTheEhr, "Location"));
		String cookie = header(toTheEhr, "Set-Cookie");
		String opened = send(source, "/callback/open?code=c&state=" + TestBrowser.parameter(authorization, "state"),
				LIES + "\r\nCookie: " + cookie.substring(0, cookie.indexOf(';')));

		assertThat(authorization.toString()).startsWith(issuer + "/authorize?");
		assertThat(TestBrowser.parameter(authorization, "redirect_uri"))
			.isEqualTo("http://127.0.0.1:8080/callback/open");
		assertThat(cookie).contains("; Path=/;", "; Secure; HttpOnly; Partitioned; SameSite=None");
		assertThat(header(opened, "Location")).startsWith("http://127.0.0.1:8080/s/");
		assertThat(toTheEhr + opened).doesNotContain("evil", "Strict-Transport-Security");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/css", "/js", "/s/x/", "/standalone", "/standalone/", "/nothing", "/about", "/" })
	void repeatsNoHostThatAHeaderNames(String path) {
		assertThat(send(PROXY, path, LIES)).doesNotContain("evil");
		assertThat(send(ANYBODY, path, LIES)).doesNotContain("evil");
	}

	private String launch(String source, String forwardedFor) {
		return send(source, "/launch", "\r\nX-Forwarded-For: " + forwardedFor);
	}

	private String send(String source, String path, String headers) {
		return RawRequest.send(this.port, source, "GET " + path + " HTTP/1.1" + headers);
	}

	private static String header(String response, String name) {
		Matcher header = Pattern.compile("(?m)^" + name + ": (.*)$").matcher(response);
		assertThat(header.find()).as(name).isTrue();
		return header.group(1);
	}

	/** Nobody may ask again because the test took its time. */
	@TestConfiguration(proxyBeanMethods = false)
	static class TimeStandsStill {

		@Bean
		@Primary
		Ticker standing() {
			return () -> 0;
		}

	}

}
