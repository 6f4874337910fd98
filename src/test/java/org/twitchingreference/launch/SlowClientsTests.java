package org.twitchingreference.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twitchingreference.launch.web.RawRequest;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients whose bodies come byte by byte, or never, at a server of few threads that would
 * wait for them for an hour.
 */
@TestPropertySource(properties = { "server.tomcat.threads.max=12", "server.tomcat.connection-timeout=1h",
		"twitching.form.time=1h" })
class SlowClientsTests extends LaunchTestBase {

	private static final String FORM = "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ";

	private final List<Socket> slow = new ArrayList<>();

	@AfterEach
	void hangUp() throws IOException {
		for (Socket socket : this.slow) {
			socket.close();
		}
	}

	@Test
	@Timeout(value = 5, unit = TimeUnit.MINUTES)
	void holdNoThreadThatAnotherNeeds() throws IOException {
		for (int client = 0; client < 40; client++) {
			begin("POST /launch");
		}
		for (String request : List.of("POST /s/nobody/close", "POST /about", "GET /css/reference.css", "PUT /launch",
				"DELETE /s/nobody/", "POST /callback/open", "POST /nothing")) {
			for (int client = 0; client < 10; client++) {
				begin(request);
			}
		}

		assertThat(browser().get("/css/reference.css").statusCode()).isEqualTo(200);
		assertThat(browser().get("/jwks.json").statusCode()).isEqualTo(200);
		for (Socket refused : this.slow.subList(40, this.slow.size())) {
			assertThat(all(refused)).containsPattern("^HTTP/1.1 (413|401) ").contains("\r\nConnection: close\r\n");
		}
	}

	@ParameterizedTest
	@CsvSource({ "Content-Length: 16385, 413", "Transfer-Encoding: chunked, 411", "Content-Length: 1000000000, 413" })
	@Timeout(value = 5, unit = TimeUnit.MINUTES)
	void waitsForNoFormThatIsLargeOrOfUnknownSize(String size, int status) {
		assertThat(RawRequest.send(browser().port(),
				"POST /launch HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n" + size))
			.startsWith("HTTP/1.1 " + status);
	}

	private void begin(String request) throws IOException {
		Socket socket = new Socket(InetAddress.getLoopbackAddress(), browser().port());
		this.slow.add(socket);
		socket.getOutputStream()
			.write((request + " HTTP/1.1\r\nHost: 127.0.0.1" + FORM + "100\r\n\r\na")
				.getBytes(StandardCharsets.US_ASCII));
	}

	/** The answer, to the end of the connection. */
	private static String all(Socket socket) throws IOException {
		return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}

}
