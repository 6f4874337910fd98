package org.twitchingreference.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.http.trust.TrustedAuthorities;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class OwnPagesWarmUpTests {

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private volatile int status = 200;

	private final HttpServer server = server();

	/**
	 * Also where it listens at every address, and where browsers find it below a path.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "0.0.0.0" })
	void asksTheServerItselfBelowItsPath(String address) {
		MockEnvironment settings = settings().withProperty("server.address", address)
			.withProperty("server.servlet.context-path", "/twitching");

		assertThat(warmUp(settings).document()).isEqualTo(Map.of("keys", List.of()));
		assertThat(this.asked).containsExactly("/twitching/", "/twitching/jwks.json", "/twitching/jwks.json");
	}

	/** A server that does TLS itself answers a plain request so. */
	@Test
	void goesNoFurtherWhereTheServerRefuses() {
		this.status = 400;

		assertThat(warmUp(settings()).document()).isEmpty();
		assertThat(this.asked).hasSize(2);
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	private MockEnvironment settings() {
		return new MockEnvironment().withProperty("local.server.port",
				String.valueOf(this.server.getAddress().getPort()));
	}

	private static OwnPagesWarmUp warmUp(MockEnvironment settings) {
		ConnectionProperties patient = new ConnectionProperties(Duration.ofMinutes(5), Duration.ofMinutes(5),
				DataSize.ofKilobytes(64), 1, 1, Duration.ZERO,
				new RetryProperties(0, Duration.ZERO, Duration.ZERO, Set.of()), Set.of());
		return new OwnPagesWarmUp(patient, TrustedAuthorities.all(SSLContexts.createDefault()), new JsonMapper(),
				settings);
	}

	private HttpServer server() {
		try {
			HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			made.createContext("/", (exchange) -> {
				this.asked.add(exchange.getRequestURI().toString());
				byte[] body = "{\"keys\":[]}".getBytes(StandardCharsets.UTF_8);
				exchange.getResponseHeaders().set("Content-Type", "application/json");
				exchange.sendResponseHeaders(this.status, body.length);
				exchange.getResponseBody().write(body);
				exchange.close();
			});
			made.start();
			return made;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
