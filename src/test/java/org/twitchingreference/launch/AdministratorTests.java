package org.twitchingreference.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An administrator ends launches, and whoever is none does not. Ten requests that are not
 * refused for where they come from, and no more: so many are taken in a minute.
 */
class AdministratorTests extends LaunchTestBase {

	private static final String TOKEN = "a-token-of-thirty-two-characters";

	private static final String END = "/admin/launches/end";

	private static final SigningKeys KEYS = new SigningKeys("own");

	private final HttpClient client = HttpClient.newHttpClient();

	@Value("${twitching.audit.file}")
	private Path auditFile = Path.of("");

	@DynamicPropertySource
	static void configure(DynamicPropertyRegistry registry) throws IOException {
		AdministratorToken.register(registry, TOKEN);
	}

	@BeforeEach
	void revokes() {
		ehr.server().stubFor(WireMock.post("/revoke").willReturn(WireMock.ok()));
	}

	@Test
	void endsThoseOfAUserOfAnEhrOrAllAndRevokesTheirAccess(CapturedOutput output) throws IOException {
		end("");
		TestBrowser browser = browser();
		String one = openFor(browser, "one");
		String pseudonym = lastAudited().replaceAll(".*\"user\":\"(\\w+)\".*", "$1");
		String another = openFor(browser, "another");
		String nameless = openForNobody(browser, "nameless");
		String last = openForNobody(browser, "last");

		assertThat(end("?user=" + pseudonym).body()).isEqualTo("{\"ended\":1}");
		assertThat(lastAudited()).contains("\"event\":\"end\"", "\"outcome\":\"administrator\"", pseudonym);
		assertEnded(browser, one, "token-of-one");
		assertThat(browser.get(another + "probe").statusCode()).isEqualTo(200);

		assertThat(end("?ehr=identity").body()).isEqualTo("{\"ended\":1}");
		assertEnded(browser, another, "token-of-another");
		assertThat(browser.get(nameless + "probe").statusCode()).isEqualTo(200);

		HttpResponse<String> all = end("");
		assertThat(all.body()).isEqualTo("{\"ended\":2}");
		assertThat(all.headers().firstValue("Cache-Control")).get().asString().contains("no-store");
		assertEnded(browser, nameless, "token-of-nameless");
		assertEnded(browser, last, "token-of-last");
		assertThat(output).contains("Launches ended by an administrator: 2").doesNotContain(TOKEN, "token-of");
	}

	@Test
	void refusesWhoeverShowsNoTokenOrIsElsewhere() throws IOException {
		TestBrowser browser = browser();
		String sidebar = openForNobody(browser, "kept");

		assertThat(send(request("")).statusCode()).isEqualTo(401);
		assertThat(lastAudited()).contains("\"outcome\":\"administrator-unknown\"", "\"client\":\"127.0.0.1\"");
		assertThat(send(request("").header("Authorization", "Bearer " + TOKEN + "x")).body()).contains("<html",
				"This launch has ended");
		for (String header : List.of("X-Forwarded-For", "X-Real-IP", "Forwarded", "Via")) {
			assertThat(send(shown("").header(header, "127.0.0.1")).statusCode()).isEqualTo(403);
			assertThat(lastAudited()).contains("\"outcome\":\"administrator-elsewhere\"");
		}
		assertThat(browser.get(END).statusCode()).isEqualTo(404);
		assertThat(browser.get(sidebar + "probe").statusCode()).isEqualTo(200);
	}

	@Test
	void endsNothingWhereItIsNotClearWhatIsMeant() {
		TestBrowser browser = browser();
		String sidebar = openForNobody(browser, "unclear");

		for (String query : List.of("?her=open", "?ehr=", "?ehr=open&ehr=identity")) {
			assertThat(end(query).statusCode()).isEqualTo(400);
		}
		assertThat(send(shown("").header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("ehr=open"))).statusCode()).isEqualTo(413);
		assertThat(end("?ehr=unknown").body()).isEqualTo("{\"ended\":0}");
		assertThat(browser.get(sidebar + "probe").statusCode()).isEqualTo(200);
	}

	private static void assertEnded(TestBrowser browser, String sidebar, String token) {
		assertThat(browser.get(sidebar + "probe").statusCode()).isEqualTo(401);
		ehr.server()
			.verify(1, WireMock.postRequestedFor(WireMock.urlEqualTo("/revoke"))
				.withFormParam("token", WireMock.equalTo(token)));
	}

	private static String openFor(TestBrowser browser, String user) {
		String issuer = ehr.identityIssuer("administered", KEYS.published());
		URI authorization = browser.launch(issuer);
		String named = KEYS
			.sign(SigningKeys.claims(issuer.replace("/fhir", ""), TestBrowser.parameter(authorization, "nonce"))
				.subject(user)
				.build());
		grant(user, ", \"id_token\": \"" + named + "\"");
		return TestBrowser.redirect(browser.answer(authorization, "code=c")).getPath();
	}

	private static String openForNobody(TestBrowser browser, String name) {
		grant(name, "");
		return browser.openSidebar(ehr.publicIssuer("administered"), "c");
	}

	private static void grant(String name, String further) {
		ehr.answersTokenRequests(WireMock.okJson("""
				{ "access_token": "token-of-%s", "token_type": "Bearer", "expires_in": 300, "patient": "p1" %s }"""
			.formatted(name, further)));
	}

	private String lastAudited() throws IOException {
		List<String> lines = Files.readAllLines(this.auditFile);
		return lines.get(lines.size() - 1);
	}

	private HttpResponse<String> end(String query) {
		return send(shown(query));
	}

	private HttpRequest.Builder shown(String query) {
		return request(query).header("Authorization", "Bearer " + TOKEN);
	}

	private HttpRequest.Builder request(String query) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + browser().port() + END + query))
			.header("Accept", "text/html,*/*;q=0.8")
			.POST(HttpRequest.BodyPublishers.noBody());
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
