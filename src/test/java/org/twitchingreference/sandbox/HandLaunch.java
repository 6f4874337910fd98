package org.twitchingreference.sandbox;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import com.nimbusds.jose.JWSAlgorithm;
import org.twitchingreference.sandbox.ehr.FhirBases;
import org.twitchingreference.sandbox.ehr.SimulatedEhr;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** An EHR launch made by hand, step by step, so that each step can be made wrongly. */
final class HandLaunch {

	static final String VERIFIER = "a-code-verifier-of-at-least-forty-three-characters";

	private static final JsonMapper JSON = JsonMapper.shared();

	/** What an app asks for that knows no wildcards. */
	static final String SCOPES = "launch openid fhirUser online_access patient/Patient.rs patient/Observation.rs "
			+ "patient/Condition.rs patient/MedicationRequest.rs patient/Medication.rs";

	private final Map<String, String> parameters = new LinkedHashMap<>();

	private final ClientAuthenticationMethod method;

	private HandLaunch(String iss, String launch, String clientId, ClientAuthenticationMethod method) {
		this.method = method;
		this.parameters.put("response_type", "code");
		this.parameters.put("client_id", clientId);
		this.parameters.put("redirect_uri", SharedSandbox.APP + "/callback/" + registration(clientId));
		this.parameters.put("scope", "launch openid fhirUser patient/*.rs");
		this.parameters.put("state", "s1");
		this.parameters.put("aud", iss);
		this.parameters.put("launch", launch);
		this.parameters.put("code_challenge", challenge());
		this.parameters.put("code_challenge_method", "S256");
	}

	/** As the chart page opens it for the public client. */
	static HandLaunch of(String patient) {
		return from(SandboxHttp.get("/chart/" + patient).body(), FhirBases.PUBLIC_CLIENT,
				ClientAuthenticationMethod.NONE);
	}

	static HandLaunch symmetric(String patient) {
		return from(SandboxHttp.get("/chart/" + patient + "?client=symmetric").body(), FhirBases.SYMMETRIC_CLIENT,
				ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
	}

	static HandLaunch asymmetric(String patient) {
		return from(SandboxHttp.get("/chart/" + patient + "?client=asymmetric").body(), FhirBases.ASYMMETRIC_CLIENT,
				ClientAuthenticationMethod.PRIVATE_KEY_JWT)
			.with("scope", SCOPES);
	}

	/** From a simulated EHR. */
	static HandLaunch from(SimulatedEhr ehr, String patient) {
		return from(SandboxHttp.get("/chart/" + patient + "?ehr=" + ehr.name()).body(), "sandbox-" + ehr.name(),
				ehr.access().client())
			.with("scope", SCOPES);
	}

	private static HandLaunch from(String page, String clientId, ClientAuthenticationMethod method) {
		Map<String, String> query = query(SandboxHttp.sidebar(page));
		return new HandLaunch(query.getOrDefault("iss", ""), query.getOrDefault("launch", ""), clientId, method);
	}

	/** An access token for the patient and the given scopes. */
	static String token(String patient, String scope) {
		HandLaunch launch = of(patient).with("scope", scope);
		return launch.redeem(launch.code()).path("access_token").asString();
	}

	HandLaunch with(String name, String value) {
		this.parameters.put(name, value);
		return this;
	}

	HandLaunch without(String name) {
		this.parameters.remove(name);
		return this;
	}

	String parameter(String name) {
		return this.parameters.getOrDefault(name, "");
	}

	SandboxHttp.Answer authorize() {
		return SandboxHttp.get("/oauth2/authorize?" + form(this.parameters));
	}

	/** The query with which the browser is sent back. */
	Map<String, String> sentBack() {
		return query(URI.create(authorize().location()));
	}

	String code() {
		return sentBack().getOrDefault("code", "");
	}

	JsonNode redeem(String code) {
		return JSON.readTree(exchange(code, VERIFIER).body());
	}

	SandboxHttp.Answer exchange(String code, String verifier) {
		return post(new LinkedHashMap<>(Map.of("grant_type", "authorization_code", "code", code, "code_verifier",
				verifier, "redirect_uri", parameter("redirect_uri"))));
	}

	/** The assertion is given as it is. */
	SandboxHttp.Answer exchangeWith(String code, String assertion) {
		return post(new LinkedHashMap<>(Map.of("grant_type", "authorization_code", "code", code, "code_verifier",
				VERIFIER, "redirect_uri", parameter("redirect_uri"), "client_assertion", assertion)));
	}

	JsonNode refresh(String refreshToken) {
		return JSON.readTree(
				post(new LinkedHashMap<>(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken))).body());
	}

	SandboxHttp.Answer revoke(String token) {
		return post("/oauth2/revoke", new LinkedHashMap<>(Map.of("token", token)));
	}

	private SandboxHttp.Answer post(Map<String, String> form) {
		return post("/oauth2/token", form);
	}

	private SandboxHttp.Answer post(String path, Map<String, String> form) {
		HttpRequest.Builder request = HttpRequest.newBuilder(SharedSandbox.base().resolve(path))
			.header("Content-Type", "application/x-www-form-urlencoded");
		String clientId = parameter("client_id");
		if (this.method.equals(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)) {
			String credentials = clientId + ":" + SandboxEhr.DEFAULT_CLIENT_SECRET;
			request.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
		}
		else if (this.method.equals(ClientAuthenticationMethod.PRIVATE_KEY_JWT)) {
			form.put("client_id", clientId);
			form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
			form.putIfAbsent("client_assertion", AppKeys.sign(AppKeys.header(JWSAlgorithm.RS384, AppKeys.RSA).build(),
					AppKeys.claims(clientId).build(), AppKeys.RSA));
		}
		else {
			form.put("client_id", clientId);
			if (this.method.equals(ClientAuthenticationMethod.CLIENT_SECRET_POST)) {
				form.put("client_secret", SandboxEhr.DEFAULT_CLIENT_SECRET);
			}
		}
		return SandboxHttp.send(request.POST(HttpRequest.BodyPublishers.ofString(form(form))));
	}

	private static String form(Map<String, String> parameters) {
		return parameters.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + UriUtils.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	private static Map<String, String> query(URI uri) {
		Map<String, String> query = new LinkedHashMap<>();
		UriComponentsBuilder.fromUri(uri)
			.build()
			.getQueryParams()
			.toSingleValueMap()
			.forEach((name, value) -> query.put(name, UriUtils.decode(value, StandardCharsets.UTF_8)));
		return query;
	}

	private static String registration(String clientId) {
		return clientId.equals(FhirBases.PUBLIC_CLIENT) ? "sandbox" : clientId;
	}

	private static String challenge() {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
