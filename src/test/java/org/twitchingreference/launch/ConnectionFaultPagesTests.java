package org.twitchingreference.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twitchingreference.http.TestAuthority;
import org.twitchingreference.http.address.CheckingDnsResolver;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page and the log say how a connection to an EHR failed, at every step; by servers
 * with certificates of a private authority that is trusted, and others.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(ConnectionFaultPagesTests.Names.class)
@ExtendWith(OutputCaptureExtension.class)
class ConnectionFaultPagesTests {

	@TempDir
	private static Path directory;

	private static WireMockServer good;

	private static WireMockServer expired;

	private static WireMockServer stranger;

	private static WireMockServer other;

	private static Map<String, String> servers = Map.of();

	@LocalServerPort
	private int port;

	@BeforeAll
	static void start() throws IOException {
		TestAuthority authority = new TestAuthority(Files.createDirectory(directory.resolve("hospital")));
		good = authority.server("localhost");
		expired = authority.expired("localhost");
		other = authority.server("ehr.example.org");
		stranger = new TestAuthority(Files.createDirectory(directory.resolve("stranger"))).server("localhost");
		authority.pem();
	}

	@AfterAll
	static void stop() {
		good.stop();
		expired.stop();
		other.stop();
		stranger.stop();
	}

	@DynamicPropertySource
	static void register(DynamicPropertyRegistry registry) throws IOException {
		servers = Map.of("expired", at(expired), "stranger", at(stranger), "other", at(other), "plain",
				"https://localhost:" + good.port(), "closed", "https://localhost:1", "unknown",
				"https://nowhere.example.org");
		Path launchConfig = Files.createDirectory(directory.resolve("launch-config"));
		String registration = """
				name: Played EHR
				environment: sandbox
				iss: ["%s"]
				hosts: [%s]
				client-id: played-app
				auth: none
				scopes: [launch, openid, fhirUser, patient/Patient.rs]
				source: this test
				verified-on: with every build
				""";
		Files.writeString(launchConfig.resolve("good.yml"), registration.formatted(at(good) + "/{simulation}/fhir",
				String.join(", ", servers.values().stream().map((server) -> server.replace("https://", "")).toList())));
		Files.writeString(launchConfig.resolve("bad.yml"), registration.formatted(
				String.join("\", \"", servers.values().stream().map((server) -> server + "/fhir").toList()), ""));
		registry.add("launch-config", launchConfig::toString);
		registry.add("spring.ssl.bundle.pem.hospital.truststore.certificate",
				() -> directory.resolve("hospital/authority.pem").toUri().toString());
		registry.add("twitching.fhir.trust", () -> "hospital");
	}

	@ParameterizedTest
	@CsvSource({ "expired, certificate-expired, true", "stranger, certificate-not-trusted, true",
			"other, certificate-other-name, true", "plain, tls-handshake, true", "closed, connection-refused, false",
			"unknown, name-not-found, false" })
	void discoveryNamesIt(String server, String fault, boolean tls, CapturedOutput output) {
		HttpResponse<String> page = browser().get("/launch?launch=secret-launch&iss=" + servers.get(server) + "/fhir");

		assertPage(page, "ehr-unreachable", fault, "bad", "discovery", output);
		assertThat(page.body().contains("Opening the app again does not help")).isEqualTo(tls);
	}

	@ParameterizedTest
	@CsvSource({ "expired, certificate-expired", "stranger, certificate-not-trusted", "closed, connection-refused" })
	void theTokenExchangeNamesIt(String server, String fault, CapturedOutput output) {
		TestBrowser browser = browser();
		String issuer = discoverable("token-" + server, servers.get(server) + "/token", at(good) + "/jwks");

		HttpResponse<String> page = browser.answer(browser.launch(issuer), "code=secret-code");

		assertPage(page, "token-unreachable", fault, "good", "token", output);
	}

	@ParameterizedTest
	@CsvSource({ "expired, certificate-expired", "stranger, certificate-not-trusted", "closed, connection-refused" })
	void theKeysNameIt(String server, String fault, CapturedOutput output) {
		TestBrowser browser = browser();
		String issuer = discoverable("keys-" + server, at(good) + "/token", servers.get(server) + "/jwks");
		SigningKeys keys = new SigningKeys("own");
		var authorization = browser.launch(issuer);
		String idToken = keys.sign(SigningKeys.claims(issuer, TestBrowser.parameter(authorization, "nonce")).build());
		grants(", \"id_token\": \"" + idToken + "\"");

		HttpResponse<String> page = browser.answer(authorization, "code=secret-code");

		assertPage(page, "id-token-keys-missing", fault, "good", "id-token", output);
	}

	@Test
	void theRevocationNamesIt(CapturedOutput output) {
		TestBrowser browser = browser();
		String issuer = discoverable("revoke", at(good) + "/token", at(good) + "/jwks");
		grants("");
		String sidebar = browser.openSidebar(issuer, "secret-code");
		Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(browser.get(sidebar).body());
		assertThat(token.find()).isTrue();

		HttpResponse<String> closed = browser.post(sidebar + "close", "_csrf=" + token.group(1));

		assertThat(closed.body()).contains("data-closed=\"not-confirmed\"");
		assertThat(output).contains("Access not revoked: access_token good certificate-expired");
	}

	@Test
	void aFrameThatStaysEmptyIsSaid(CapturedOutput output) throws IOException, InterruptedException {
		String issuer = discoverable("framed", at(good) + "/token", at(good) + "/jwks");
		HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/launch?launch=x&iss=" + issuer))
				.header("Sec-Fetch-Dest", "iframe")
				.build(), HttpResponse.BodyHandlers.discarding());

		assertThat(output).contains("Launch in a frame that stays empty: the registration good");
	}

	private static void assertPage(HttpResponse<String> page, String problem, String fault, String registration,
			String step, CapturedOutput output) {
		assertThat(page.statusCode()).isEqualTo(502);
		assertThat(page.body())
			.contains("data-problem=\"" + problem + "\"", "data-fault=\"" + fault + "\"",
					"(" + problem + ", " + fault + ")")
			.doesNotContain("secret-", "??");
		if (fault.matches("(certificate|tls)-.*")) {
			assertThat(page.body()).doesNotContain("few minutes");
		}
		Matcher reference = Pattern.compile("Reference ([0-9a-f]{8})").matcher(page.body());
		assertThat(reference.find()).isTrue();
		assertThat(output)
			.containsPattern("Launch failed: [A-Z_]+ " + registration + " - " + reference.group(1) + " at " + step
					+ ", " + fault)
			.doesNotContain("secret-", "Exception");
	}

	private static void grants(String further) {
		good.stubFor(WireMock.post("/token").willReturn(WireMock.okJson("""
				{ "access_token": "a-token", "token_type": "Bearer", "patient": "p1",
				  "scope": "launch patient/Patient.rs" %s }""".formatted(further))));
	}

	private static String discoverable(String simulation, String token, String keys) {
		good.stubFor(WireMock.get("/" + simulation + "/fhir/.well-known/smart-configuration")
			.willReturn(WireMock.okJson("""
					{ "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%2$s", "issuer": "%1$s/%5$s/fhir",
					  "jwks_uri": "%3$s", "revocation_endpoint": "%4$s/revoke" }""".formatted(at(good), token, keys,
					at(expired), simulation))));
		return at(good) + "/" + simulation + "/fhir";
	}

	private static String at(WireMockServer server) {
		return "https://localhost:" + server.httpsPort();
	}

	private TestBrowser browser() {
		return new TestBrowser(this.port);
	}

	/** One name leads nowhere, and all others here. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Names {

		@Bean
		@Primary
		DnsResolver names() {
			return new CheckingDnsResolver((host, address) -> true, (host) -> {
				if (host.startsWith("nowhere")) {
					throw new UnknownHostException(host);
				}
				return new InetAddress[] { InetAddress.getLoopbackAddress() };
			});
		}

	}

}
