package org.twitchingreference.endtoend.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Two sites, by the two names of this machine: one frames the other, which sets a cookie
 * for whoever frames it and one that is partitioned, and shows what comes back.
 */
final class FramingSite implements AutoCloseable {

	private static final String SAMESITE_NONE = "=kept; Path=/; Secure; SameSite=None";

	private final HttpServer server;

	private FramingSite() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	static FramingSite start() {
		try {
			return new FramingSite();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The page that frames the other site. */
	String framing() {
		return "http://localhost:" + port() + "/frame";
	}

	/** The other site as a page of its own. */
	String framed() {
		return "http://127.0.0.1:" + port() + "/set";
	}

	private int port() {
		return this.server.getAddress().getPort();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			exchange.getResponseHeaders().add("Content-Type", "text/html");
			String path = exchange.getRequestURI().getPath();
			if (path.equals("/set")) {
				exchange.getResponseHeaders().add("Set-Cookie", "plain" + SAMESITE_NONE);
				exchange.getResponseHeaders().add("Set-Cookie", "partitioned" + SAMESITE_NONE + "; Partitioned");
				exchange.getResponseHeaders().add("Location", "/show");
				exchange.sendResponseHeaders(302, -1);
				return;
			}
			String body = path.equals("/frame") ? "<iframe src='%s'></iframe>".formatted(framed())
					: "<p id='cookies'>" + exchange.getRequestHeaders().getFirst("Cookie") + "</p>";
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, bytes.length);
			exchange.getResponseBody().write(bytes);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
