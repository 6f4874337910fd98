package org.twitchingreference.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * An EHR that fetches the app's keys whenever the app signs who it is, as EHRs may, and
 * believes nobody whose keys it cannot fetch.
 */
final class KeyCheckingEhr implements AutoCloseable {

	private final HttpClient client = HttpClient.newHttpClient();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final AtomicInteger granted = new AtomicInteger();

	private final Set<String> open = ConcurrentHashMap.newKeySet();

	/** Whether the keys came, by the token that was to be revoked. */
	private final ConcurrentMap<String, Boolean> askedToRevoke = new ConcurrentHashMap<>();

	private final HttpServer server;

	private final URI keys;

	private KeyCheckingEhr(HttpServer server, URI keys) {
		this.server = server;
		this.keys = keys;
	}

	static KeyCheckingEhr start(URI keys) {
		try {
			KeyCheckingEhr ehr = new KeyCheckingEhr(
					HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100), keys);
			ehr.server.createContext("/", ehr::answer);
			ehr.server.setExecutor(ehr.threads);
			ehr.server.start();
			return ehr;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String issuer() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/fhir";
	}

	/** The tokens that still open something. */
	Set<String> open() {
		return Set.copyOf(this.open);
	}

	Map<String, Boolean> askedToRevoke() {
		return Map.copyOf(this.askedToRevoke);
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			String path = exchange.getRequestURI().getPath();
			if (path.equals("/fhir/authorize")) {
				exchange.getResponseHeaders().add("Location", sentBack(exchange.getRequestURI()));
				exchange.sendResponseHeaders(302, -1);
				return;
			}
			String body = switch (path) {
				case "/fhir/.well-known/smart-configuration" -> """
						{ "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
						  "revocation_endpoint": "%1$s/revoke" }""".formatted(issuer());
				case "/fhir/token" -> grant();
				case "/fhir/revoke" -> revoke(exchange);
				default -> "{ \"resourceType\": \"Bundle\", \"type\": \"searchset\", \"total\": 0 }";
			};
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(body.isEmpty() ? 401 : 200, bytes.length);
			exchange.getResponseBody().write(bytes);
		}
	}

	private String grant() {
		String token = "token-" + this.granted.incrementAndGet();
		this.open.add(token);
		return """
				{ "access_token": "%s", "token_type": "Bearer", "expires_in": 3600, "patient": "p1",
				  "scope": "launch patient/Patient.rs" }""".formatted(token);
	}

	private String revoke(HttpExchange exchange) throws IOException {
		String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		String token = QueryParameters.first(form, "token");
		boolean known = form.contains("client_assertion=") && keysCame();
		this.askedToRevoke.put(token, known);
		return (known && this.open.remove(token)) ? "{}" : "";
	}

	private boolean keysCame() {
		try {
			HttpResponse<String> answer = this.client.send(HttpRequest.newBuilder(this.keys).build(),
					HttpResponse.BodyHandlers.ofString());
			return answer.statusCode() == 200 && answer.body().contains("\"keys\"");
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static String sentBack(URI asked) {
		return QueryParameters.first(asked, "redirect_uri") + "?code=c&state=" + QueryParameters.first(asked, "state");
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
