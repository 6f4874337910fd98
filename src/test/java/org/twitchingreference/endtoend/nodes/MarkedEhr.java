package org.twitchingreference.endtoend.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * An EHR with five patients that keeps account of who asks with whose access: tokens are
 * of one launch, replaced with each renewal, and end when the EHR, or the app, says so.
 */
final class MarkedEhr implements AutoCloseable {

	static {
		// Else each answer waits 40 ms in this server for the client's acknowledgement
		System.setProperty("sun.net.httpserver.nodelay", "true");
	}

	private static final int PATIENTS = 5;

	private final HttpServer server;

	private final ExecutorService executor = Executors.newFixedThreadPool(16);

	private final ECKey key;

	private final List<MarkedPatient> patients;

	private final Map<Integer, Grant> launches = new ConcurrentHashMap<>();

	private final Map<String, Grant> accesses = new ConcurrentHashMap<>();

	private final Map<String, Grant> refreshes = new ConcurrentHashMap<>();

	private final Set<String> usedCodes = ConcurrentHashMap.newKeySet();

	private final Set<String> usedRefreshes = ConcurrentHashMap.newKeySet();

	private final Queue<String> wrongs = new ConcurrentLinkedQueue<>();

	private final Queue<Unanswered> unanswered = new ConcurrentLinkedQueue<>();

	private final Queue<Unanswered> unheard = new ConcurrentLinkedQueue<>();

	private MarkedEhr(int first) throws IOException, JOSEException {
		this.patients = IntStream.range(0, PATIENTS).mapToObj((i) -> new MarkedPatient("p" + i, first + i)).toList();
		this.key = new ECKeyGenerator(Curve.P_256).keyID("marked").generate();
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.executor);
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	/** The patients of two EHRs have the same ids, and nothing else in common. */
	static MarkedEhr start(int first) {
		try {
			return new MarkedEhr(first);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String origin() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	List<MarkedPatient> patients() {
		return this.patients;
	}

	String registration() {
		return """
				name: Marked EHR
				environment: sandbox
				iss: %1$s/fhir
				client-id: marked-app
				auth: none
				scopes: [ launch, openid, fhirUser, online_access, patient/Patient.rs, patient/Observation.rs,
				  patient/MedicationRequest.rs, patient/Condition.rs ]
				frame-ancestors: [ "%1$s" ]
				dialect:
				  observations: { by: category }
				  medications: { named-by: contained }
				source: this test
				verified-on: with every build
				""".formatted(origin());
	}

	/** Opens the app for a patient; the number is the launch's. */
	URI launch(URI app, int number, MarkedPatient patient) {
		this.launches.put(number, new Grant(number, patient));
		return URI.create(app + "/launch?iss=" + origin() + "/fhir&launch=" + number);
	}

	/** The access of the launch ends; it can be renewed. */
	void expire(int number) {
		this.accesses.values().removeIf((grant) -> grant.number == number);
	}

	/** The same, but the next renewal is for somebody else. */
	void expireForAnother(int number, MarkedPatient other) {
		grant(number).next = other;
		expire(number);
	}

	/** Whether anything opens the chart of this launch. */
	boolean isOpen(int number) {
		return this.accesses.values().stream().anyMatch((grant) -> grant.number == number)
				|| this.refreshes.values().stream().anyMatch((grant) -> grant.number == number);
	}

	/** How many launches have access that nobody ended. */
	long openLaunches() {
		return this.accesses.values().stream().map((grant) -> grant.number).distinct().count();
	}

	/** What no app may do. */
	List<String> wrongs() {
		return List.copyOf(this.wrongs);
	}

	/** Gives the next request for this path no answer. */
	Unanswered answerNot(String path) {
		Unanswered next = new Unanswered(path);
		this.unanswered.add(next);
		return next;
	}

	/**
	 * Gives new access with the next renewal, and its answer does not arrive: whoever
	 * asks again with the same token cannot know that it was used.
	 */
	Unanswered renewUnheard() {
		Unanswered next = new Unanswered("/token");
		this.unheard.add(next);
		return next;
	}

	private Grant grant(int number) {
		Grant grant = this.launches.get(number);
		if (grant == null) {
			throw new IllegalArgumentException("No such launch: " + number);
		}
		return grant;
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			URI asked = exchange.getRequestURI();
			if (isUnanswered(asked.getPath()) || isUnheard(exchange)) {
				return;
			}
			String body = switch (asked.getPath()) {
				case "/fhir/.well-known/smart-configuration" -> discovery();
				case "/authorize" -> authorize(exchange, query(asked.getRawQuery()));
				case "/token" -> token(query(body(exchange)));
				case "/revoke" -> revoke(query(body(exchange)));
				case "/fhir/metadata" -> "{ \"resourceType\": \"CapabilityStatement\" }";
				case "/jwks" -> new JWKSet(this.key).toPublicJWKSet().toString();
				default -> fhir(exchange, asked);
			};
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			int status = exchange.getResponseHeaders().containsKey("Location") ? 302
					: body.contains("\"error\"") ? 400 : body.isEmpty() ? 401 : 200;
			exchange.sendResponseHeaders(status, (bytes.length == 0) ? -1 : bytes.length);
			if (bytes.length > 0) {
				exchange.getResponseBody().write(bytes);
			}
		}
	}

	private boolean isUnanswered(String path) {
		Optional<Unanswered> next = this.unanswered.stream()
			.filter((one) -> one.isFor(path) && this.unanswered.remove(one))
			.findFirst();
		next.ifPresent(Unanswered::hold);
		return next.isPresent();
	}

	private boolean isUnheard(HttpExchange exchange) throws IOException {
		Unanswered next = exchange.getRequestURI().getPath().equals("/token") ? this.unheard.poll() : null;
		if (next != null) {
			String token = query(body(exchange)).getOrDefault("refresh_token", "");
			Optional.ofNullable(this.refreshes.remove(token)).ifPresent(this::granted);
			next.hold();
		}
		return next != null;
	}

	private String discovery() {
		return """
				{ "issuer": "%1$s", "jwks_uri": "%1$s/jwks", "authorization_endpoint": "%1$s/authorize",
				  "token_endpoint": "%1$s/token", "revocation_endpoint": "%1$s/revoke" }""".formatted(origin());
	}

	private String authorize(HttpExchange exchange, Map<String, String> asked) {
		Grant grant = grant(Integer.parseInt(asked.getOrDefault("launch", "")));
		grant.nonce = asked.getOrDefault("nonce", "");
		grant.challenge = asked.getOrDefault("code_challenge", "");
		require(asked.getOrDefault("aud", "").equals(origin() + "/fhir"), "another aud");
		require(asked.getOrDefault("code_challenge_method", "").equals("S256"), "another challenge");
		exchange.getResponseHeaders()
			.add("Location",
					UriComponentsBuilder.fromUriString(asked.getOrDefault("redirect_uri", ""))
						.queryParam("code", "code-" + grant.number)
						.queryParam("state", URLEncoder.encode(asked.getOrDefault("state", ""), StandardCharsets.UTF_8))
						.build(true)
						.toUriString());
		return "";
	}

	private String token(Map<String, String> form) {
		if (form.getOrDefault("grant_type", "").equals("refresh_token")) {
			String token = form.getOrDefault("refresh_token", "");
			require(this.usedRefreshes.add(token), "a refresh token used twice");
			Grant renewed = this.refreshes.remove(token);
			return (renewed != null) ? granted(renewed) : "{ \"error\": \"invalid_grant\" }";
		}
		String code = form.getOrDefault("code", "");
		Grant grant = grant(Integer.parseInt(code.substring("code-".length())));
		require(this.usedCodes.add(code), "a code used twice");
		require(grant.challenge.equals(challenge(form.getOrDefault("code_verifier", ""))), "another verifier");
		return granted(grant);
	}

	private String granted(Grant grant) {
		int count = grant.count.getAndIncrement();
		String name = grant.number + "-" + count;
		this.accesses.values().removeIf((other) -> other == grant);
		MarkedPatient patient = grant.next;
		Grant given = patient.equals(grant.patient) ? grant : new Grant(grant.number, patient);
		this.accesses.put("access-" + name, given);
		this.refreshes.put("refresh-" + name, given);
		return """
				{ "access_token": "access-%1$s", "token_type": "Bearer", "expires_in": 3600, "patient": "%2$s",
				  "refresh_token": "refresh-%1$s", "need_patient_banner": true, "id_token": "%3$s" }""".formatted(name,
				patient.id(), idToken(grant, (count > 0) ? "" : grant.nonce));
	}

	private String idToken(Grant grant, String nonce) {
		Instant now = Instant.now();
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(origin())
			.subject("user-" + grant.number)
			.audience("marked-app")
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(300)))
			.claim("name", MarkedPatient.user(grant.number));
		try {
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("marked").build(),
					(nonce.isEmpty() ? claims : claims.claim("nonce", nonce)).build());
			token.sign(new ECDSASigner(this.key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String revoke(Map<String, String> form) {
		String token = form.getOrDefault("token", "");
		this.accesses.remove(token);
		this.refreshes.remove(token);
		return "{}";
	}

	private String fhir(HttpExchange exchange, URI asked) {
		String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")).replace("Bearer ", "");
		Grant grant = this.accesses.get(token);
		if (grant == null) {
			return "";
		}
		String[] steps = asked.getPath().substring("/fhir/".length()).split("/");
		String query = UriUtils.decode(String.valueOf(asked.getRawQuery()), StandardCharsets.UTF_8);
		String id = (steps.length > 1) ? steps[1] : query(asked.getRawQuery()).getOrDefault("patient", "");
		require(id.replace("Patient/", "").equals(grant.patient.id()), "asked for " + id + " with another's access");
		return grant.patient.answer(steps[0], query);
	}

	private void require(boolean right, String wrong) {
		if (!right) {
			this.wrongs.add(wrong);
		}
	}

	private static String challenge(String verifier) {
		try {
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(
						MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String body(HttpExchange exchange) throws IOException {
		return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
	}

	private static Map<String, String> query(String query) {
		return UriComponentsBuilder.newInstance()
			.query(query)
			.build()
			.getQueryParams()
			.toSingleValueMap()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> UriUtils
				.decode(String.valueOf(entry.getValue()).replace("+", " "), StandardCharsets.UTF_8)));
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.executor.shutdownNow();
	}

	/** The access of one launch; who else it is renewed for is the EHR's mistake. */
	private static final class Grant {

		private final int number;

		private final MarkedPatient patient;

		private volatile MarkedPatient next;

		private volatile String nonce = "";

		private volatile String challenge = "";

		private final AtomicInteger count = new AtomicInteger();

		Grant(int number, MarkedPatient patient) {
			this.number = number;
			this.patient = patient;
			this.next = patient;
		}

	}

}
