package org.twitchingreference.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * An EHR that says where to authorize, or where its name is "silent" not even that, and
 * answers no token request until it hangs up on all.
 */
final class HangingEhr {

	private final AtomicInteger asked = new AtomicInteger();

	private final HttpServer server;

	private HangingEhr(HttpServer server) {
		this.server = server;
	}

	static HangingEhr start() {
		try {
			HangingEhr ehr = new HangingEhr(
					HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000));
			ehr.server.createContext("/", ehr::answer);
			ehr.server.start();
			return ehr;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** How many requests wait for an answer. */
	int waiting() {
		return this.asked.get();
	}

	/** Says where to authorize. */
	String issuer() {
		return address() + "/fhir/talking";
	}

	/** Never answers anything. */
	String silentIssuer() {
		return address() + "/fhir/silent";
	}

	void register(Path directory) {
		try {
			Files.writeString(directory.resolve("hanging.yml"), """
					name: Hanging EHR
					environment: sandbox
					iss: %s/fhir/{simulation}
					client-id: played-app
					auth: none
					scopes: [launch, launch/patient, patient/Patient.rs]
					frame-ancestors: [https://hanging.example.org]
					source: this test
					verified-on: with every build
					""".formatted(address()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void hangUp() {
		this.server.stop(0);
	}

	private String address() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** Leaving without an answer keeps the connection open. */
	private void answer(HttpExchange exchange) throws IOException {
		if (!exchange.getRequestURI().getPath().startsWith("/fhir/talking/.well-known/")) {
			this.asked.incrementAndGet();
			return;
		}
		byte[] document = """
				{ "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
				  "code_challenge_methods_supported": [ "S256" ] }""".formatted(address())
			.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, document.length);
		exchange.getResponseBody().write(document);
		exchange.close();
	}

}
