package org.twitchingreference.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.twitchingreference.bedside.PutAsideReason;
import org.twitchingreference.bedside.SuggestionCounts;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** An administrator of this machine reads the counts, and nobody else does. */
class SuggestionsCsvTests extends LaunchTestBase {

	private static final String TOKEN = "another-token-of-thirty-two-characters";

	private final HttpClient client = HttpClient.newHttpClient();

	@Autowired
	private SuggestionCounts counts;

	@DynamicPropertySource
	static void configure(DynamicPropertyRegistry registry) throws IOException {
		AdministratorToken.register(registry, TOKEN);
	}

	@Test
	void tellsWhoShowsTheToken() {
		this.counts.putAside("rest", PutAsideReason.DISAGREE);

		HttpResponse<String> answer = send(shown(""));

		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("text/csv");
		assertThat(answer.headers().firstValue("Cache-Control")).get().asString().contains("no-store");
		assertThat(answer.body()).startsWith("kind,id,value,count\r\n").contains("option,rest,disagree,1\r\n");
	}

	@Test
	void refusesEverybodyElse() {
		assertThat(send(request("")).statusCode()).isEqualTo(401);
		assertThat(send(shown("").header("X-Forwarded-For", "127.0.0.1")).statusCode()).isEqualTo(403);
		assertThat(send(shown("?ehr=open")).statusCode()).isEqualTo(400);
	}

	private HttpRequest.Builder shown(String query) {
		return request(query).header("Authorization", "Bearer " + TOKEN);
	}

	private HttpRequest.Builder request(String query) {
		return HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + browser().port() + "/admin/suggestions.csv" + query));
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
