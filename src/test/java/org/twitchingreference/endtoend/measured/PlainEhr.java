package org.twitchingreference.endtoend.measured;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.twitchingreference.endtoend.QueryParameters;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * The least that an EHR is: discovery, an authorization server that opens every chart,
 * and FHIR as it is given. It adds a wait to each answer and remembers what it answered.
 */
final class PlainEhr implements AutoCloseable {

	static {
		// Else each answer waits 40 ms in this server for the client's acknowledgement
		System.setProperty("sun.net.httpserver.nodelay", "true");
	}

	private final HttpServer server;

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final Fhir fhir;

	private final List<Answered> answered = new CopyOnWriteArrayList<>();

	private volatile boolean remembering = true;

	private volatile long waitMillis;

	private volatile long sentBack;

	private PlainEhr(Fhir fhir) throws IOException {
		this.fhir = fhir;
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.executor);
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	static PlainEhr start(Fhir fhir) {
		try {
			return new PlainEhr(fhir);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	URI issuer() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort() + "/fhir");
	}

	/** Where this EHR opens the app for the patient. */
	URI launch(URI app, String patient) {
		return URI.create(app + "/launch?iss=" + issuer() + "&launch=" + patient);
	}

	/** Each answer from now on takes so much longer, but for the login. */
	void waitingFor(long millis) {
		this.waitMillis = millis;
	}

	/** What is answered from now on is not kept: long runs have no use for it. */
	void rememberNothing() {
		this.remembering = false;
		this.answered.clear();
	}

	/** When a browser was sent back to the app last, in milliseconds since 1970. */
	long sentBack() {
		return this.sentBack;
	}

	/** What was answered since this was asked last, in the order of the asking. */
	List<Answered> takeAnswered() {
		List<Answered> taken = this.answered.stream()
			.sorted((one, other) -> Long.compare(one.begin(), other.begin()))
			.toList();
		this.answered.clear();
		return taken;
	}

	/** A folder with the registration of this EHR. */
	Path registration() {
		try {
			Path folder = Files.createTempDirectory("launch-config");
			registerIn(folder, "plain");
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Adds the registration of this EHR, under this id, to others. */
	void registerIn(Path folder, String id) {
		try {
			Files.writeString(folder.resolve(id + ".yml"), """
					name: Plain EHR
					environment: sandbox
					iss: %s
					client-id: plain-app
					auth: none
					scopes: [ launch, patient/*.rs ]
					frame-ancestors: [ "http://localhost:9090" ]
					source: this test
					verified-on: with every build
					""".formatted(issuer()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void handle(HttpExchange exchange) throws IOException {
		long begin = System.nanoTime();
		try (exchange) {
			URI asked = exchange.getRequestURI();
			if (asked.getPath().equals("/authorize")) {
				exchange.getResponseHeaders().add("Location", sendBack(asked).toString());
				this.sentBack = System.currentTimeMillis();
				exchange.sendResponseHeaders(302, -1);
				return;
			}
			TimeUnit.MILLISECONDS.sleep(this.waitMillis);
			exchange.getResponseHeaders().add("Content-Type", "application/fhir+json");
			Body body = body(exchange, asked);
			exchange.sendResponseHeaders(body.status(), body.length());
			Answered sent = body.sentBy(exchange, asked, begin);
			if (this.remembering) {
				this.answered.add(sent);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Body body(HttpExchange exchange, URI asked) throws IOException {
		String origin = issuer().resolve("/").toString();
		if (asked.getPath().endsWith("/smart-configuration")) {
			return Body.of("{\"authorization_endpoint\":\"%1$sauthorize\",\"token_endpoint\":\"%1$stoken\"}"
				.formatted(origin));
		}
		if (asked.getPath().equals("/token")) {
			String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			String patient = QueryParameters.first(form, "code");
			return Body.of(("{\"access_token\":\"t-%1$s\",\"token_type\":\"Bearer\",\"expires_in\":3600,"
					+ "\"scope\":\"launch patient/*.rs\",\"patient\":\"%1$s\"}")
				.formatted(patient));
		}
		return this.fhir.answer(asked.toString().substring("/fhir".length()));
	}

	private static URI sendBack(URI asked) {
		return UriComponentsBuilder.fromUriString(QueryParameters.first(asked, "redirect_uri"))
			.queryParam("code", QueryParameters.first(asked, "launch"))
			.queryParam("state", "{state}")
			.encode()
			.buildAndExpand(QueryParameters.first(asked, "state"))
			.toUri();
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.executor.shutdownNow();
	}

	/** What stands below the FHIR base; the address begins with a slash. */
	interface Fhir {

		Body answer(String address) throws IOException;

	}

	/** An answer: a piece of it, and how often the piece is sent. */
	@SuppressWarnings("ArrayRecordComponent")
	record Body(int status, byte[] piece, long times) {

		static Body of(String json) {
			return of(json.getBytes(StandardCharsets.UTF_8));
		}

		static Body of(byte[] json) {
			return new Body(200, json, 1);
		}

		long length() {
			return this.piece.length * this.times;
		}

		Answered sentBy(HttpExchange exchange, URI asked, long begin) throws IOException {
			for (long time = 0; time < this.times; time++) {
				exchange.getResponseBody().write(this.piece);
			}
			return new Answered(asked.toString(), begin, System.nanoTime(), this.piece, length());
		}

	}

	/** What was answered to which address, and between when and when. */
	@SuppressWarnings("ArrayRecordComponent")
	record Answered(String address, long begin, long end, byte[] body, long bytes) {

		double millis() {
			return (this.end - this.begin) / 1e6;
		}

		/** Whether it is of a chart. */
		boolean isFhir() {
			return this.address.startsWith("/fhir/") && !this.address.contains(".well-known")
					&& !this.address.equals("/fhir/metadata");
		}

		/** The rest of an address after the FHIR base and its slash. */
		String relative() {
			return this.address.substring(Math.min("/fhir/".length(), this.address.length()));
		}

		/**
		 * Whether this could only be asked for once the other was answered; the patient,
		 * to whom all refer, the token names.
		 */
		boolean dependsOn(Answered other) {
			String before = new String(other.body, StandardCharsets.UTF_8);
			boolean page = before.contains(this.address.replace("%7C", "|")) || before.contains(this.address);
			boolean named = !relative().startsWith("Patient/") && before.contains("\"" + relative() + "\"");
			return !other.address.equals(this.address) && (page || named);
		}

	}

}
