package org.twitchingreference.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A site that sets cookies, lets its pages be cached, and shows which cookies came when a
 * page was asked for.
 */
final class RememberedSite implements AutoCloseable {

	private static final String SAMESITE_NONE = "=kept; Path=/; Max-Age=3600; Secure; SameSite=None";

	private final HttpServer server;

	private RememberedSite() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", RememberedSite::answer);
		this.server.start();
	}

	static RememberedSite start() {
		try {
			return new RememberedSite();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String address() {
		return "http://localhost:" + this.server.getAddress().getPort() + "/";
	}

	private static void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			Headers headers = exchange.getResponseHeaders();
			headers.add("Content-Type", "text/html");
			headers.add("Cache-Control", "max-age=3600");
			headers.add("Set-Cookie", "plain" + SAMESITE_NONE);
			headers.add("Set-Cookie", "partitioned" + SAMESITE_NONE + "; Partitioned");
			String cookies = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Cookie"), "none");
			byte[] page = ("<link rel='icon' href='data:,'><p id='cookies'>" + cookies + "</p>")
				.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, page.length);
			exchange.getResponseBody().write(page);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
