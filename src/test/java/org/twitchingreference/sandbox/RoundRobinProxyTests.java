package org.twitchingreference.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoundRobinProxyTests {

	private final RoundRobinProxy proxy = RoundRobinProxy.start(0);

	private final List<HttpServer> nodes = new ArrayList<>();

	private final HttpClient client = HttpClient.newHttpClient();

	@BeforeEach
	void twoNodes() throws IOException {
		for (String name : List.of("one", "two")) {
			HttpServer node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			node.createContext("/", (exchange) -> {
				exchange.sendResponseHeaders(200, name.length());
				exchange.getResponseBody().write(name.getBytes());
				exchange.close();
			});
			node.start();
			this.nodes.add(node);
			this.proxy.add(URI.create("http://127.0.0.1:" + node.getAddress().getPort()));
		}
	}

	@AfterEach
	void stop() {
		this.proxy.close();
		this.nodes.forEach((node) -> node.stop(0));
	}

	@Test
	void takesTurns() throws Exception {
		assertThat(List.of(ask(""), ask(""), ask(""))).containsExactly("one", "two", "one");
	}

	@Test
	void keepsANamedWorkstationAtOneNode() throws Exception {
		String first = ask("7");

		assertThat(List.of(ask(""), ask("7"), ask("8"), ask("7"))).element(1).isEqualTo(first);
		assertThat(ask("7")).isEqualTo(first).isNotEqualTo(ask("8"));
	}

	@Test
	void passesOverANodeThatCannotBeReached() throws Exception {
		this.nodes.get(0).stop(0);

		assertThat(List.of(ask("7"), ask("8"), ask(""))).containsOnly("two");
	}

	private String ask(String workstation) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.proxy.port()));
		if (!workstation.isEmpty()) {
			request.header(RoundRobinProxy.WORKSTATION, workstation);
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
	}

}
