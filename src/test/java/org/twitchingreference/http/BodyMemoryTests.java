package org.twitchingreference.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.twitchingreference.http.EhrAnswer.Outcome;
import org.twitchingreference.http.address.CheckingDnsResolver;
import org.twitchingreference.http.body.BodyMemory;
import org.twitchingreference.http.trust.TrustedAuthorities;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Bodies that come in at once, where there is room for sixteen pieces of all. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BodyMemoryTests {

	@RegisterExtension
	static final WireMockExtension ehr = WireMockExtension.newInstance()
		.options(WireMockConfiguration.wireMockConfig().dynamicPort())
		.build();

	private final BodyMemory room = new BodyMemory(16L * BodyMemory.PIECE);

	@Test
	void bodiesOfOnePieceWaitForNothing() throws IOException {
		full("flooding");
		for (int number = 0; number < 100; number++) {
			this.room.body("flooding", Duration.ZERO).hasRead(BodyMemory.PIECE);
		}
	}

	@Test
	void oneServerLeavesRoomForAnother() throws IOException {
		full("flooding");

		assertWaits(this.room.body("flooding", Duration.ZERO));
		this.room.body("other", Duration.ZERO).hasRead(4L * BodyMemory.PIECE);
		full("third");
		this.room.body("fourth", Duration.ZERO).hasRead(64L * BodyMemory.PIECE);
	}

	@Test
	void givesItsRoomToWhoWaits() throws IOException {
		List<BodyMemory.Body> full = full("one");
		BodyMemory.Body waiting = this.room.body("one", Duration.ofHours(1));
		CompletableFuture<Void> read = CompletableFuture.runAsync(() -> {
			try {
				waiting.hasRead(5L * BodyMemory.PIECE);
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		});

		full.forEach(BodyMemory.Body::close);

		read.join();
		waiting.close();
		assertThat(full("one")).hasSameSizeAs(full);
	}

	@Test
	void answersWaitForTheirRoomAndGiveItBack() throws IOException {
		ehr.stubFor(WireMock.get("/small").willReturn(WireMock.okJson("{}")));
		ehr.stubFor(WireMock.get("/large")
			.willReturn(WireMock.okJson("{\"text\":\"" + "x".repeat(64 * BodyMemory.PIECE) + "\"}")));
		List<BodyMemory.Body> full = full(URI.create(ehr.baseUrl()).getRawAuthority());

		try (EhrHttp http = http(Duration.ofMillis(300))) {
			assertThat(get(http, "/large")).isEqualTo(Outcome.TIMED_OUT);
		}
		try (EhrHttp http = http(Duration.ofMinutes(5))) {
			assertThat(get(http, "/small")).isEqualTo(Outcome.JSON);
			full.forEach(BodyMemory.Body::close);
			assertThat(get(http, "/large")).isEqualTo(Outcome.JSON);
		}
		assertThat(full(URI.create(ehr.baseUrl()).getRawAuthority())).hasSameSizeAs(full);
	}

	/** As many bodies of five pieces as go on at once. */
	private List<BodyMemory.Body> full(String server) throws IOException {
		List<BodyMemory.Body> bodies = new ArrayList<>();
		try {
			while (true) {
				BodyMemory.Body body = this.room.body(server, Duration.ZERO);
				bodies.add(body);
				body.hasRead(5L * BodyMemory.PIECE);
			}
		}
		catch (SocketTimeoutException ex) {
			return bodies;
		}
	}

	private static void assertWaits(BodyMemory.Body body) {
		assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> body.hasRead(2L * BodyMemory.PIECE));
	}

	private static Outcome get(EhrHttp http, String path) {
		return http.get(URI.create(ehr.baseUrl() + path), (headers) -> {
		}).outcome();
	}

	private EhrHttp http(Duration readTimeout) {
		ConnectionProperties properties = new ConnectionProperties(Duration.ofMinutes(5), readTimeout,
				DataSize.ofMegabytes(16), 16, 16, Duration.ofMinutes(5),
				new RetryProperties(0, Duration.ZERO, Duration.ZERO, Set.of()), Set.of());
		return new EhrHttp(properties, new CheckingDnsResolver((host, address) -> true),
				TrustedAuthorities.all(SSLContexts.createDefault()), JsonMapper.shared(), Pause.SLEEPING, this.room);
	}

}
