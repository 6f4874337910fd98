package org.twitchingreference.sandbox;

import java.util.Base64;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

class SandboxLaunchTests {

	private static final String PATIENT = "low-potassium-diuretic";

	@Test
	void opensTheChartOfTheLaunchForThePublicClient() {
		HandLaunch launch = HandLaunch.of(PATIENT);
		JsonNode response = launch.redeem(launch.code());

		assertThat(response.path("patient").asString()).isEqualTo(PATIENT);
		assertThat(response.path("encounter").asString()).isEqualTo(PATIENT + "-visit");
		assertThat(response.path("need_patient_banner").asBoolean(true)).isFalse();
		assertThat(response.path("smart_style_url").asString()).isEqualTo(SharedSandbox.base() + "/smart-style.json");
		assertThat(response.path("scope").asString()).contains("patient/*.rs");
		assertThat(response.has("id_token")).isTrue();
		assertThat(response.has("refresh_token")).isFalse();
		String token = response.path("access_token").asString();
		assertThat(SandboxHttp.fhir("Patient/" + PATIENT, token).status()).isEqualTo(200);
	}

	@Test
	void opensTheSameChartForTheSymmetricClientAtItsOwnBase() {
		HandLaunch launch = HandLaunch.symmetric(PATIENT);
		String token = launch.redeem(launch.code()).path("access_token").asString();

		assertThat(launch.parameter("aud")).isEqualTo(SharedSandbox.base() + "/symmetric/fhir");
		assertThat(SandboxHttp.fhir(launch.parameter("aud") + "/Patient/" + PATIENT, token).status()).isEqualTo(200);
		assertThat(SandboxHttp.fhir(SharedSandbox.fhir() + "/Patient/" + PATIENT, token).status()).isEqualTo(401);
	}

	/** Access tokens are signed with a key that is nobody else's. */
	@Test
	void publishesNoKeyButThatOfIdTokens() {
		JsonNode keys = JsonMapper.shared().readTree(SandboxHttp.get("/oauth2/jwks").body()).path("keys");

		assertThat(keys.valueStream()).singleElement().satisfies((key) -> {
			assertThat(key.path("kty").asString()).isEqualTo("RSA");
			assertThat(key.has("d")).isFalse();
		});
	}

	@Test
	void saysWhoAnswersAsDiscoveryPromises() {
		JsonNode discovery = JsonMapper.shared()
			.readTree(SandboxHttp.get("/fhir/.well-known/smart-configuration").body());

		assertThat(discovery.path("authorization_response_iss_parameter_supported").asBoolean()).isTrue();
		assertThat(HandLaunch.of(PATIENT).sentBack()).containsEntry("iss", discovery.path("issuer").asString())
			.containsKey("code");
		assertThat(HandLaunch.of(PATIENT).with("aud", SharedSandbox.base() + "/elsewhere").sentBack())
			.containsEntry("iss", discovery.path("issuer").asString())
			.containsKey("error");
	}

	@Test
	void refreshesOnlyWhereAScopeAsksForIt() {
		HandLaunch without = HandLaunch.symmetric(PATIENT);
		HandLaunch with = HandLaunch.symmetric(PATIENT).with("scope", "launch patient/*.rs offline_access");

		assertThat(without.redeem(without.code()).has("refresh_token")).isFalse();
		JsonNode refreshed = with.refresh(with.redeem(with.code()).path("refresh_token").asString());
		assertThat(refreshed.path("patient").asString()).isEqualTo(PATIENT);
	}

	@Test
	void opensNothingWithARevokedToken() {
		HandLaunch open = HandLaunch.of(PATIENT);
		HandLaunch secret = HandLaunch.symmetric(PATIENT).with("scope", "launch patient/*.rs offline_access");
		JsonNode granted = secret.redeem(secret.code());
		String openToken = open.redeem(open.code()).path("access_token").asString();
		String refreshToken = granted.path("refresh_token").asString();

		assertThat(secret.revoke(openToken).status()).isEqualTo(400);
		assertThat(SandboxHttp.fhir("Patient/" + PATIENT, openToken).status()).isEqualTo(200);
		assertThat(open.revoke(openToken).status()).isEqualTo(200);
		assertThat(secret.revoke(refreshToken).status()).isEqualTo(200);

		assertThat(SandboxHttp.fhir("Patient/" + PATIENT, openToken).status()).isEqualTo(401);
		assertThat(SandboxHttp
			.fhir(secret.parameter("aud") + "/Patient/" + PATIENT, granted.path("access_token").asString())
			.status()).isEqualTo(401);
		assertThat(secret.refresh(refreshToken).path("error").asString()).isEqualTo("invalid_grant");
	}

	@Test
	void asksForABannerWhereTheChartPageWasToldTo() {
		String page = SandboxHttp.get("/chart/" + PATIENT + "?banner=true").body();
		String launchId = UriComponentsBuilder.fromUri(SandboxHttp.sidebar(page))
			.build()
			.getQueryParams()
			.getFirst("launch");
		HandLaunch launch = HandLaunch.of(PATIENT).with("launch", Objects.requireNonNull(launchId));

		assertThat(launch.redeem(launch.code()).path("need_patient_banner").asBoolean(false)).isTrue();
	}

	@Test
	void namesTheUserInTheIdToken() {
		HandLaunch launch = HandLaunch.of(PATIENT);
		JsonNode claims = claims(launch.redeem(launch.code()).path("id_token").asString());

		assertThat(claims.path("fhirUser").asString())
			.isEqualTo(SharedSandbox.fhir() + "/Practitioner/sandbox-clinician");
		assertThat(claims.path("iss").asString()).isEqualTo(SharedSandbox.base().toString());
	}

	@Test
	void tellsItsEndpointsToAnyone() {
		JsonNode configuration = JsonMapper.shared()
			.readTree(SandboxHttp.get("/symmetric/fhir/.well-known/smart-configuration").body());

		assertThat(configuration.path("token_endpoint").asString()).isEqualTo(SharedSandbox.base() + "/oauth2/token");
		assertThat(configuration.path("code_challenge_methods_supported").toString()).isEqualTo("[\"S256\"]");
		assertThat(SandboxHttp.get("/fhir/metadata").body()).contains("oauth-uris", "clinical-status");
	}

	@Test
	void refusesAnotherAudience() {
		Map<String, String> refused = HandLaunch.of(PATIENT).with("aud", "https://elsewhere.example/fhir").sentBack();

		assertThat(refused).containsEntry("error", "invalid_request").containsEntry("state", "s1");
		assertThat(refused.get("error_description")).contains("aud");
	}

	@Test
	void refusesTheBaseOfAnotherClient() {
		assertThat(HandLaunch.of(PATIENT).with("aud", SharedSandbox.base() + "/symmetric/fhir").sentBack())
			.containsEntry("error", "invalid_request");
	}

	@Test
	void refusesALaunchItDidNotOpen() {
		assertThat(HandLaunch.of(PATIENT).with("launch", "guessed").sentBack()).containsEntry("error",
				"invalid_request");
		assertThat(HandLaunch.of(PATIENT).without("launch").sentBack()).containsEntry("error", "invalid_request");
	}

	@Test
	void refusesALaunchThatAnotherRequestUsed() {
		HandLaunch first = HandLaunch.of(PATIENT);

		assertThat(first.code()).isNotEmpty();
		assertThat(first.with("code_challenge", "another-challenge-of-another-request-of-43-chars").sentBack())
			.containsEntry("error", "invalid_request");
	}

	@Test
	void refusesARequestWithoutPkce() {
		assertThat(HandLaunch.of(PATIENT).without("code_challenge").without("code_challenge_method").sentBack())
			.containsEntry("error", "invalid_request");
	}

	@Test
	void refusesPlainPkce() {
		assertThat(HandLaunch.of(PATIENT).with("code_challenge_method", "plain").sentBack()).containsEntry("error",
				"invalid_request");
	}

	@Test
	void refusesAScopeItDoesNotOffer() {
		assertThat(HandLaunch.of(PATIENT).with("scope", "launch user/*.cruds").sentBack()).containsEntry("error",
				"invalid_scope");
	}

	@Test
	void doesNotRedirectToAnyOtherAddress() {
		HandLaunch otherPort = HandLaunch.of(PATIENT).with("redirect_uri", "http://127.0.0.1:8081/callback/sandbox");
		HandLaunch none = HandLaunch.of(PATIENT).without("redirect_uri");

		assertThat(otherPort.authorize()).extracting(SandboxHttp.Answer::status, SandboxHttp.Answer::location)
			.containsExactly(400, "");
		assertThat(none.authorize().status()).isEqualTo(400);
	}

	@Test
	void takesACodeOnce() {
		HandLaunch launch = HandLaunch.of(PATIENT);
		String code = launch.code();

		assertThat(launch.exchange(code, HandLaunch.VERIFIER).status()).isEqualTo(200);
		assertThat(launch.redeem(code).path("error").asString()).isEqualTo("invalid_grant");
	}

	@Test
	void refusesAnotherVerifier() {
		HandLaunch launch = HandLaunch.of(PATIENT);

		assertThat(launch.exchange(launch.code(), HandLaunch.VERIFIER + "x").status()).isEqualTo(400);
	}

	private static JsonNode claims(String jwt) {
		String payload = jwt.substring(jwt.indexOf('.') + 1, jwt.lastIndexOf('.'));
		return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(payload));
	}

}
