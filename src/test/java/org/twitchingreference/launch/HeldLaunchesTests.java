package org.twitchingreference.launch;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many more browsers that wait for an EHR which does not answer than the server has
 * threads: for discovery, from a chart and standalone, and for tokens.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
		"server.tomcat.threads.max=4", "twitching.fhir.read-timeout=1h", "twitching.fhir.longest-wait=1h" })
class HeldLaunchesTests {

	private static final int OF_EACH = 20;

	/** As the property above has it. */
	private static final int THREADS = 4;

	private static final PlayedEhr ehr = PlayedEhr.start();

	private static final HangingEhr hanging = HangingEhr.start();

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void register(DynamicPropertyRegistry registry) {
		Path registrations = ehr.registrations();
		hanging.register(registrations);
		registry.add("launch-config", registrations::toString);
		registry.add("TEST_SECRET", () -> PlayedEhr.SECRET);
	}

	@Test
	@Timeout(value = 5, unit = TimeUnit.MINUTES)
	void holdNoThreadThatAnotherNeeds() {
		ExecutorService clients = Executors.newCachedThreadPool();
		List<Supplier<HttpResponse<String>>> tokens = Stream.generate(this::tokens).limit(OF_EACH).toList();
		List<CompletableFuture<HttpResponse<String>>> held = tokens.stream()
			.flatMap((callback) -> Stream.of(callback, discovery("/launch?launch=x&iss=" + hanging.silentIssuer()),
					discovery("/standalone/hanging?iss=" + hanging.silentIssuer())))
			.map((waiting) -> CompletableFuture.supplyAsync(waiting, clients))
			.toList();
		while (hanging.waiting() < THREADS) {
			Thread.onSpinWait();
		}

		ehr.grants("p1");
		assertThat(browser().get("/css/reference.css").statusCode()).isEqualTo(200);
		assertThat(browser().openSidebar(ehr.publicIssuer("quick"), "code")).startsWith("/s/");
		assertThat(held).noneMatch(CompletableFuture::isDone);

		while (hanging.waiting() < 2 * THREADS) {
			Thread.onSpinWait();
		}
		hanging.hangUp();
		assertThat(held).extracting((answer) -> answer.join().body())
			.allMatch((page) -> page.contains("data-problem=\"ehr-unreachable\"")
					|| page.contains("data-problem=\"token-unreachable\""));
		clients.shutdown();
	}

	private Supplier<HttpResponse<String>> tokens() {
		TestBrowser browser = browser();
		URI authorization = browser.launch(hanging.issuer());
		return () -> browser.answer(authorization, "code=c");
	}

	private Supplier<HttpResponse<String>> discovery(String address) {
		return () -> browser().get(address);
	}

	private TestBrowser browser() {
		return new TestBrowser(this.port);
	}

}
