package org.twitchingreference.launch;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.startup.EverythingLogged;

import org.springframework.boot.test.system.CapturedOutput;

import static org.assertj.core.api.Assertions.assertThat;

/** What an EHR says of who signed in, rightly and wrongly, with every logger at TRACE. */
@ExtendWith(EverythingLogged.class)
class IdTokenTests extends LaunchTestBase {

	private static final SigningKeys KEYS = new SigningKeys("own");

	private static final SigningKeys FOREIGN = SigningKeys.other("own");

	@AfterEach
	void logsNothingOfIt(CapturedOutput output) {
		assertThat(output).doesNotContain("secret-", "Exception", "eyJ");
		assertThat(ehr.secretsSent()).allSatisfy((secret) -> assertThat(output.getAll()).doesNotContain(secret));
	}

	@Test
	void asksForANonceOnlyWithOpenid() {
		URI asking = browser().launch(ehr.identityIssuer("asking", KEYS.published()));
		URI again = browser().launch(ehr.identityIssuer("asking", KEYS.published()));
		URI plain = browser().launch(ehr.publicIssuer("plain"));

		assertThat(TestBrowser.parameter(asking, "nonce")).hasSize(43)
			.isNotEqualTo(TestBrowser.parameter(again, "nonce"));
		assertThat(plain.getQuery()).doesNotContain("nonce");
	}

	@ParameterizedTest
	@ValueSource(strings = { "RS256", "RS384", "ES256", "ES384" })
	void readsWhoSignedIn(String algorithm) {
		TestBrowser browser = browser();
		HttpResponse<String> opened = answer(browser, "reads",
				(issuer, nonce) -> KEYS.sign(SigningKeys.claims(issuer, nonce)
					.claim("fhirUser", "https://ehr.example.org/fhir/Practitioner/dr-7")
					.claim("name", "Rowan Ashdown")
					.build(), JWSAlgorithm.parse(algorithm)));

		assertThat(browser.get(TestBrowser.redirect(opened).getPath() + "user").body())
			.isEqualTo("Practitioner dr-7 Rowan Ashdown");
	}

	@ParameterizedTest
	@CsvSource({ "Practitioner/dr-7,Practitioner dr-7 -", "PractitionerRole/r1,PractitionerRole r1 -",
			"https://ehr.example.org/Practitioner/a/b,- - -", "Group/1,- - -", "javascript:alert(1),- - -" })
	void takesOnlyAReferenceForTheUser(String fhirUser, String shown) {
		TestBrowser browser = browser();
		HttpResponse<String> opened = answer(browser, "refers", (issuer, nonce) -> KEYS.sign(
				SigningKeys.claims(issuer, nonce).claim("fhirUser", fhirUser).claim("name", "x".repeat(101)).build()));

		assertThat(browser.get(TestBrowser.redirect(opened).getPath() + "user").body()).isEqualTo(shown);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Patient/p1", "https://ehr.example.org/fhir/RelatedPerson/r1" })
	void isForClinicians(String fhirUser) {
		ehr.server().stubFor(WireMock.post("/revoke").willReturn(WireMock.ok()));

		HttpResponse<String> page = answer(browser(), "patients",
				(issuer, nonce) -> KEYS.sign(SigningKeys.claims(issuer, nonce).claim("fhirUser", fhirUser).build()));

		assertThat(page.statusCode()).isEqualTo(403);
		assertThat(page.body()).contains("data-problem=\"for-clinicians\"", "This app is for clinicians");
		assertIsGivenBack();
	}

	@Test
	void givesBackTheAccessOfALaunchThatFails() {
		ehr.server().stubFor(WireMock.post("/revoke").willReturn(WireMock.ok()));

		assertProblem(
				answer(browser(), "fails",
						(issuer, nonce) -> KEYS.sign(SigningKeys.claims(issuer, nonce).audience("other-app").build())),
				"id-token-audience");
		assertIsGivenBack();
	}

	/** Readers differ in which of two they take. */
	@ParameterizedTest
	@ValueSource(strings = { "sub", "iss", "aud", "nonce", "fhirUser" })
	void refusesATokenThatSaysSomethingTwice(String claim) {
		ehr.server().stubFor(WireMock.post("/revoke").willReturn(WireMock.ok()));

		assertProblem(answer(browser(), "twice-" + claim, (issuer, nonce) -> {
			JWTClaimsSet claims = SigningKeys.claims(issuer, nonce).claim("fhirUser", "Practitioner/x").build();
			String json = claims.toString();
			return KEYS.signText(json.substring(0, json.length() - 1) + ",\"" + claim + "\":\"secret-other\"}");
		}), "id-token-unreadable");
		assertIsGivenBack();
	}

	private static void assertIsGivenBack() {
		Awaitility.await()
			.atMost(Duration.ofMinutes(5))
			.untilAsserted(() -> ehr.server()
				.verify(1, WireMock.postRequestedFor(WireMock.urlEqualTo("/revoke"))
					.withFormParam("token", WireMock.equalTo("secret-token"))));
	}

	/** Anybody could have been meant; some EHRs never send it. */
	@Test
	void namesNobodyByATokenWithoutNonce() {
		TestBrowser browser = browser();
		HttpResponse<String> opened = answer(browser, "nonceless", (issuer, nonce) -> KEYS
			.sign(SigningKeys.claims(issuer, "").claim("nonce", null).claim("name", "Rowan Ashdown").build()));

		assertThat(browser.get(TestBrowser.redirect(opened).getPath() + "user").body()).isEqualTo("- - -");
	}

	@Test
	void readsTheNameWhereTheTokenHasAReferenceOnly() {
		String issuer = ehr.identityIssuer("named", KEYS.published());
		ehr.server()
			.stubFor(WireMock.get("/identity/named/fhir/Practitioner/dr-7")
				.withHeader("Authorization", WireMock.equalTo("Bearer secret-token"))
				.willReturn(WireMock.okJson("""
						{ "resourceType": "Practitioner", "id": "dr-7",
						  "name": [ { "given": [ "Rowan" ], "family": "Ashdown" } ] }""")));
		TestBrowser browser = browser();
		HttpResponse<String> opened = answerAt(browser, issuer, named(issuer), ", \"scope\": \"openid fhirUser\"",
				(iss, nonce) -> KEYS
					.sign(SigningKeys.claims(iss, nonce).claim("fhirUser", issuer + "/Practitioner/dr-7").build()));

		assertThat(browser.get(TestBrowser.redirect(opened).getPath() + "user").body())
			.isEqualTo("Practitioner dr-7 Rowan Ashdown");
	}

	@Test
	void readsTheKeysOfTheIssuerWhereDiscoveryNamesNone() {
		String issuer = ehr.identityIssuer("keyless-discovery",
				"\"issuer\": \"%s/identity/own\",".formatted(ehr.server().baseUrl()));
		ehr.identityIssuer("own", KEYS.published());
		ehr.server()
			.stubFor(WireMock.get("/identity/own/.well-known/openid-configuration")
				.willReturn(WireMock.okJson("""
						{ "issuer": "%1$s/identity/own", "jwks_uri": "%1$s/identity/own/jwks" }"""
					.formatted(ehr.server().baseUrl()))));

		assertThat(answerAt(browser(), issuer, ehr.server().baseUrl() + "/identity/own",
				(iss, nonce) -> KEYS.sign(SigningKeys.claims(iss, nonce).build()))
			.statusCode()).isEqualTo(302);
	}

	@Test
	void needsNone() {
		ehr.grants("p1");
		TestBrowser browser = browser();

		String sidebar = browser.openSidebar(ehr.identityIssuer("none", KEYS.published()), "c");

		assertThat(browser.get(sidebar + "user").body()).isEqualTo("nobody");
		ehr.server().verify(0, WireMock.getRequestedFor(WireMock.urlEqualTo("/identity/none/jwks")));
	}

	/** An EHR that was not asked who signed in, and says so all the same. */
	@Test
	void asksForNoNonceThatWasNotSent() {
		String issuer = ehr.publicIssuer("unasked");
		ehr.identityIssuer("unasked-keys", KEYS.published());
		ehr.server()
			.stubFor(WireMock.get("/sim/unasked/fhir/.well-known/smart-configuration").willReturn(WireMock.okJson("""
					{ "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
					  "jwks_uri": "%2$s/identity/unasked-keys/jwks" }""".formatted(issuer, ehr.server().baseUrl()))));

		assertThat(answerAt(browser(), issuer, issuer,
				(iss, nonce) -> KEYS.sign(SigningKeys.claims(iss, "").claim("nonce", null).build()))
			.statusCode()).isEqualTo(302);
	}

	@ParameterizedTest
	@CsvSource({ "40,300", "-300,-40" })
	void allowsForClocksThatAreALittleApart(int issued, int expires) {
		Instant now = Instant.now();

		assertThat(answer(browser(), "skew",
				(issuer, nonce) -> KEYS.sign(SigningKeys.claims(issuer, nonce)
					.issueTime(Date.from(now.plusSeconds(issued)))
					.expirationTime(Date.from(now.plusSeconds(expires)))
					.build()))
			.statusCode()).isEqualTo(302);
	}

	@ParameterizedTest
	@MethodSource
	void endsALaunchWithFalseClaims(String problem, UnaryOperator<JWTClaimsSet.Builder> change) {
		assertProblem(
				answer(browser(), "claims",
						(issuer, nonce) -> KEYS.sign(change.apply(SigningKeys.claims(issuer, nonce)).build())),
				problem);
	}

	static Stream<Arguments> endsALaunchWithFalseClaims() {
		Instant now = Instant.now();
		return Stream.of(claims("issuer", (claims) -> claims.issuer("https://evil.example")),
				claims("issuer", (claims) -> claims.issuer(null)),
				claims("issuer", (claims) -> claims.claim("iss", "secret issuer")),
				claims("audience", (claims) -> claims.audience("other-app")),
				claims("audience", (claims) -> claims.audience((String) null)),
				claims("audience", (claims) -> claims.audience(List.of("played-app", "other-app"))),
				claims("audience", (claims) -> claims.claim("azp", "other-app")),
				claims("expired",
						(claims) -> claims.issueTime(Date.from(now.minusSeconds(300)))
							.expirationTime(Date.from(now.minusSeconds(90)))),
				claims("expired", (claims) -> claims.expirationTime(null)),
				claims("expired", (claims) -> claims.notBeforeTime(Date.from(now.plusSeconds(90)))),
				claims("nonce", (claims) -> claims.claim("nonce", "secret-other")),
				claims("nonce", (claims) -> claims.claim("nonce", Map.of("secret-", "x"))),
				claims("incomplete", (claims) -> claims.issueTime(Date.from(now.plusSeconds(90)))),
				claims("incomplete", (claims) -> claims.subject(null)));
	}

	private static Arguments claims(String problem, UnaryOperator<JWTClaimsSet.Builder> change) {
		return Arguments.of("id-token-" + problem, change);
	}

	@ParameterizedTest
	@MethodSource
	void endsALaunchWithATokenThatIsNotTheEhrs(String problem, BiFunction<String, String, String> token) {
		assertProblem(answer(browser(), "forged", token), problem);
	}

	static Stream<Arguments> endsALaunchWithATokenThatIsNotTheEhrs() {
		return Stream.of(
				token("algorithm",
						(issuer, nonce) -> new PlainJWT(SigningKeys.claims(issuer, nonce).build()).serialize()),
				token("algorithm",
						(issuer, nonce) -> KEYS.sign(SigningKeys.claims(issuer, nonce).build(), JWSAlgorithm.HS256)),
				token("algorithm",
						(issuer, nonce) -> KEYS.sign(SigningKeys.claims(issuer, nonce).build(), JWSAlgorithm.RS512)),
				token("algorithm",
						(issuer, nonce) -> KEYS.sign(SigningKeys.claims(issuer, nonce).build(), JWSAlgorithm.PS256)),
				token("signature", (issuer, nonce) -> FOREIGN.sign(SigningKeys.claims(issuer, nonce).build())),
				token("signature",
						(issuer, nonce) -> SigningKeys.other("strange")
							.sign(SigningKeys.claims(issuer, nonce).build())),
				token("unreadable",
						(issuer, nonce) -> KEYS.sign(SigningKeys.claims(issuer, nonce).build(), JWSAlgorithm.RS256,
								new JOSEObjectType("at+jwt"))),
				token("unreadable", (issuer, nonce) -> "secret-word"),
				token("unreadable", (issuer, nonce) -> "a".repeat(20_000)));
	}

	private static Arguments token(String problem, BiFunction<String, String, String> token) {
		return Arguments.of("id-token-" + problem, token);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\"jwks_uri\": \"https://evil.example/jwks\",",
			"\"jwks_uri\": \"http://169.254.169.254/jwks\",", "\"jwks_uri\": \"secret-relative\"," })
	void asksNoForeignAddressForKeys(String discovery, CapturedOutput output) {
		String issuer = ehr.identityIssuer("keyless" + Integer.toHexString(discovery.hashCode()), discovery);

		assertProblem(
				answerAt(browser(), issuer, issuer, (iss, nonce) -> KEYS.sign(SigningKeys.claims(iss, nonce).build())),
				"id-token-keys-missing");
		assertThat(output).doesNotContain("Not connected to");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "200|application/json|{", "200|application/json|{\"keys\":7}", "200|text/html|secret-page",
					"404|application/json|{}", "302|application/json|{}", "503|application/json|{}" })
	void explainsKeysThatCannotBeRead(int status, String type, String body) {
		String name = "unread" + Integer.toHexString((status + type + body).hashCode());
		String issuer = ehr.identityIssuer(name, KEYS.published());
		ehr.server()
			.stubFor(WireMock.get("/identity/" + name + "/jwks")
				.willReturn(WireMock.aResponse()
					.withStatus(status)
					.withHeader("Content-Type", type)
					.withHeader("Location", "/elsewhere")
					.withBody(body)));

		assertProblem(answerAt(browser(), issuer, named(issuer),
				(iss, nonce) -> KEYS.sign(SigningKeys.claims(iss, nonce).build())), "id-token-keys-missing");
		ehr.server().verify(0, WireMock.getRequestedFor(WireMock.urlEqualTo("/elsewhere")));
	}

	@Test
	void readsTheKeysAgainWhenTheEhrHasChangedThem() {
		SigningKeys next = SigningKeys.other("next");
		String issuer = ehr.identityIssuer("rotates", KEYS.published());
		BiFunction<String, String, String> old = (iss, nonce) -> KEYS.sign(SigningKeys.claims(iss, nonce).build());
		assertThat(answerAt(browser(), issuer, named(issuer), old).statusCode()).isEqualTo(302);
		assertThat(answerAt(browser(), issuer, named(issuer), old).statusCode()).isEqualTo(302);
		ehr.server().verify(1, WireMock.getRequestedFor(WireMock.urlEqualTo("/identity/rotates/jwks")));

		ehr.identityIssuer("rotates", next.published());

		assertThat(answerAt(browser(), issuer, named(issuer),
				(iss, nonce) -> next.sign(SigningKeys.claims(iss, nonce).build()))
			.statusCode()).isEqualTo(302);
		ehr.server().verify(2, WireMock.getRequestedFor(WireMock.urlEqualTo("/identity/rotates/jwks")));
	}

	@Test
	void usesNoIdTokenOfAnotherLaunch() {
		String issuer = ehr.identityIssuer("replays", KEYS.published());
		URI first = browser().launch(issuer);

		assertProblem(
				answerAt(browser(), issuer, named(issuer),
						(iss, nonce) -> KEYS
							.sign(SigningKeys.claims(iss, TestBrowser.parameter(first, "nonce")).build())),
				"id-token-nonce");
	}

	private HttpResponse<String> answer(TestBrowser browser, String name, BiFunction<String, String, String> token) {
		String issuer = ehr.identityIssuer(name, KEYS.published());
		return answerAt(browser, issuer, named(issuer), token);
	}

	/** The token takes the issuer that it is to name, and the nonce that was sent. */
	private static HttpResponse<String> answerAt(TestBrowser browser, String issuer, String named,
			BiFunction<String, String, String> token) {
		return answerAt(browser, issuer, named, "", token);
	}

	private static HttpResponse<String> answerAt(TestBrowser browser, String issuer, String named, String further,
			BiFunction<String, String, String> token) {
		URI authorization = browser.launch(issuer);
		ehr.answersTokenRequests(WireMock.okJson("""
				{ "access_token": "secret-token", "token_type": "Bearer", "patient": "p1", "id_token": "%s" %s }"""
			.formatted(token.apply(named, TestBrowser.parameter(authorization, "nonce")), further)));
		return browser.answer(authorization, "code=secret-code");
	}

	private static String named(String issuer) {
		return issuer.replace("/fhir", "");
	}

	private static void assertProblem(HttpResponse<String> page, String problem) {
		assertThat(page.statusCode()).isEqualTo(502);
		assertThat(page.body()).contains("data-problem=\"" + problem + "\"").doesNotContain("secret-", "??", "evil");
		assertThat(page.headers().allValues("Set-Cookie")).noneMatch((cookie) -> cookie.startsWith("__Secure-launch"));
	}

}
