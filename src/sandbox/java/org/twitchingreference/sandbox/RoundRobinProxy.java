package org.twitchingreference.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A proxy that passes each request on to the next node, whichever launch it belongs to:
 * worse than any load balancer of a hospital. Only requests that name their workstation
 * stay at one node, as long as it can be reached. A node that cannot be reached is
 * skipped.
 */
public final class RoundRobinProxy implements AutoCloseable {

	static {
		// Else each answer waits 40 ms in this server for the client's acknowledgement
		System.setProperty("sun.net.httpserver.nodelay", "true");
	}

	/**
	 * Headers that are set separately for each of the two connections (RFC 9110, section
	 * 7.6.1).
	 */
	private static final Set<String> OF_ONE_CONNECTION = Set.of("connection", "content-length", "date", "expect",
			"host", "keep-alive", "transfer-encoding", "upgrade", "http2-settings");

	/** The header that names the workstation of a request. */
	public static final String WORKSTATION = "X-Workstation";

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final List<URI> nodes = new CopyOnWriteArrayList<>();

	private final Map<URI, AtomicInteger> underWay = new ConcurrentHashMap<>();

	private final AtomicInteger next = new AtomicInteger();

	private final HttpServer server;

	private RoundRobinProxy(int port) throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		this.server.setExecutor(this.executor);
		this.server.createContext("/", this::pass);
		this.server.start();
	}

	/** Listens on this port of the loopback; 0 takes a free one. */
	public static RoundRobinProxy start(int port) {
		try {
			return new RoundRobinProxy(port);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public int port() {
		return this.server.getAddress().getPort();
	}

	/** Passes requests on to this node too. */
	public void add(URI node) {
		this.nodes.add(node);
	}

	/**
	 * Passes nothing on to this node any more, and waits until it has answered what was
	 * passed on before.
	 */
	public void remove(URI node) {
		this.nodes.remove(node);
		while (underWay(node).get() > 0) {
			Thread.onSpinWait();
		}
	}

	private AtomicInteger underWay(URI node) {
		return this.underWay.computeIfAbsent(node, (first) -> new AtomicInteger());
	}

	private void pass(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			List<URI> all = List.copyOf(this.nodes);
			int first = first(exchange);
			for (int attempt = 0; attempt < all.size(); attempt++) {
				if (isAnswered(exchange, all.get(Math.floorMod(first + attempt, all.size())), body)) {
					return;
				}
			}
			exchange.sendResponseHeaders(502, -1);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private int first(HttpExchange exchange) {
		String workstation = exchange.getRequestHeaders().getFirst(WORKSTATION);
		return (workstation != null) ? workstation.hashCode() : this.next.getAndIncrement();
	}

	private boolean isAnswered(HttpExchange exchange, URI node, byte[] body) throws IOException, InterruptedException {
		underWay(node).incrementAndGet();
		try {
			if (!this.nodes.contains(node)) {
				return false;
			}
			answer(exchange,
					this.client.send(request(exchange, node, body), HttpResponse.BodyHandlers.ofInputStream()));
			return true;
		}
		catch (ConnectException ex) {
			return false;
		}
		finally {
			underWay(node).decrementAndGet();
		}
	}

	private static HttpRequest request(HttpExchange exchange, URI node, byte[] body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node + exchange.getRequestURI().toString()))
			.method(exchange.getRequestMethod(), (body.length == 0) ? HttpRequest.BodyPublishers.noBody()
					: HttpRequest.BodyPublishers.ofByteArray(body));
		exchange.getRequestHeaders().forEach((name, values) -> {
			if (!OF_ONE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
				values.forEach((value) -> request.header(name, value));
			}
		});
		return request.build();
	}

	private static void answer(HttpExchange exchange, HttpResponse<InputStream> response) throws IOException {
		response.headers().map().forEach((name, values) -> {
			if (!OF_ONE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
				exchange.getResponseHeaders().put(name, values);
			}
		});
		try (InputStream content = response.body()) {
			byte[] bytes = content.readAllBytes();
			exchange.sendResponseHeaders(response.statusCode(), (bytes.length == 0) ? -1 : bytes.length);
			if (bytes.length > 0) {
				exchange.getResponseBody().write(bytes);
			}
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.executor.shutdownNow();
	}

}
