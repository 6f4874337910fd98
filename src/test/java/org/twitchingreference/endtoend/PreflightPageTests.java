package org.twitchingreference.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.twitchingreference.preflight.PlayedPreflight;
import org.twitchingreference.sandbox.SandboxEhr;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of the management port that checks registrations, where it is switched on. */
class PreflightPageTests {

	private static final URI PAGE = RunningSystem.management().resolve("/actuator/preflight");

	/** One that signs, so that the server is asked for its own keys too. */
	private static final String EHR = "sandbox-asymmetric";

	private static final JsonMapper JSON = new JsonMapper();

	private final HttpClient client = HttpClient.newHttpClient();

	@Test
	void saysWhatTheCommandSays() {
		HttpResponse<String> page = report("Accept", "*/*");

		assertThat(page.headers().firstValue("Content-Type")).hasValue("application/json");
		assertThat(page.headers().firstValue("Cache-Control")).get().asString().contains("no-store");
		assertThat(findings(page.body())).isNotEmpty().isEqualTo(findings(command()));
		assertThat(page.body()).doesNotContain(SandboxEhr.DEFAULT_CLIENT_SECRET, "\"d\"");
	}

	@Test
	void isAPageForPeopleToo() {
		HttpResponse<String> page = report("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

		assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
		assertThat(page.body()).contains("OK      " + EHR + ": redirect-uri: give the EHR as redirect URI: ")
			.doesNotContain("refresh");
	}

	@Test
	void letsNoOtherSiteHaveABrowserAsk() throws IOException, InterruptedException {
		for (String site : List.of("cross-site", "same-site")) {
			HttpResponse<String> answer = get("Sec-Fetch-Site", site);

			assertThat(answer.statusCode()).isEqualTo(404);
			assertThat(answer.body()).isEmpty();
		}
		assertThat(report("Sec-Fetch-Site", "none").statusCode()).isEqualTo(200);
	}

	/** The page once its checks are done. */
	private HttpResponse<String> report(String header, String value) {
		return Awaitility.await()
			.atMost(Duration.ofMinutes(5))
			.until(() -> get(header, value), (answer) -> answer.statusCode() != 202);
	}

	private HttpResponse<String> get(String header, String value) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(PAGE).header(header, value).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	private static String command() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
		List<String> arguments = new ArrayList<>(RunningSystem.settings());
		arguments.addAll(List.of(EHR, "--format=json"));
		assertThat(PlayedPreflight.run(both, both, arguments)).isZero();
		return out.toString(StandardCharsets.UTF_8);
	}

	private static List<JsonNode> findings(String report) {
		return JSON.readTree(report)
			.path("findings")
			.valueStream()
			.filter((finding) -> finding.path("ehr").asString().equals(EHR))
			.toList();
	}

}
