package org.twitchingreference.sidebar;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.twitchingreference.presentation.SampleCharts;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Many more pages that wait for their charts than the server has threads. */
@SpringBootTest(classes = SidebarTestApp.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "server.tomcat.threads.max=4", "spring.mvc.async.request-timeout=1h", "test.longest-wait=1h" })
class HeldRequestsTests {

	private static final int PAGES = 40;

	private final HttpClient client = HttpClient.newHttpClient();

	@Autowired
	private FakeLaunches launches;

	@LocalServerPort
	private int port;

	@Test
	@Timeout(value = 5, unit = TimeUnit.MINUTES)
	void pagesThatWaitForTheirChartsHoldNoThread() throws IOException, InterruptedException {
		List<FakeProgress> readings = IntStream.range(0, PAGES).mapToObj((page) -> new FakeProgress()).toList();
		IntStream.range(0, PAGES).forEach((page) -> this.launches.open("held" + page, readings.get(page)));
		List<CompletableFuture<HttpResponse<String>>> held = IntStream.range(0, PAGES)
			.mapToObj((page) -> "/s/held" + page + ((page % 2 == 0) ? "/assessment?after=0" : "/complete"))
			.map((path) -> this.client.sendAsync(request(path), HttpResponse.BodyHandlers.ofString()))
			.toList();
		while (this.launches.reads() < PAGES) {
			Thread.onSpinWait();
		}

		assertThat(this.client.send(request("/css/reference.css"), HttpResponse.BodyHandlers.ofString()).statusCode())
			.isEqualTo(200);
		assertThat(held).noneMatch(CompletableFuture::isDone);

		readings.forEach((reading) -> reading.ends(SampleCharts.normal()));
		assertThat(held).extracting((page) -> page.join().body())
			.allSatisfy((body) -> assertThat(body).contains("data-assessment=\"complete\""));
	}

	private HttpRequest request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path)).build();
	}

}
