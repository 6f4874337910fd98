package org.twitchingreference.launch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is signed in when access is renewed (OpenID Connect Core 1.0, section 12.2): nobody
 * but the one who opened the launch, or the launch is over.
 */
class RenewedIdTokenTests extends LaunchTestBase {

	private static final SigningKeys KEYS = new SigningKeys("own");

	private static final String READ_ON = "Body 2 true";

	private TestBrowser browser;

	private String nonce = "";

	private String issuer = "";

	@BeforeEach
	void openABrowser() {
		this.browser = browser();
	}

	@AfterEach
	void logsNothingOfIt(CapturedOutput output) {
		assertThat(output).doesNotContain("secret-", "Exception", "eyJ");
	}

	@ParameterizedTest
	@MethodSource
	void readsOnForTheSameUser(BiFunction<String, String, String> token) {
		assertThat(read(open("same", true), token)).isEqualTo(READ_ON);
	}

	static Stream<BiFunction<String, String, String>> readsOnForTheSameUser() {
		return Stream.of((issuer, nonce) -> KEYS.sign(SigningKeys.claims(issuer, nonce).build()),
				(issuer, nonce) -> KEYS.sign(withoutNonce(issuer).build()), (issuer, nonce) -> "");
	}

	@ParameterizedTest
	@MethodSource
	void endsForAnybodyElse(BiFunction<String, String, String> token, CapturedOutput output) {
		String sidebar = open("other", true);
		ehr.server().stubFor(WireMock.post("/revoke").willReturn(WireMock.ok()));

		assertThat(read(sidebar, token)).isEqualTo("LAUNCH_ENDED 1");

		assertThat(this.browser.get(sidebar + "probe").statusCode()).isEqualTo(401);
		assertThat(output).contains("ForAnotherUser");
		Awaitility.await()
			.atMost(Duration.ofMinutes(5))
			.untilAsserted(() -> ehr.server()
				.verify(1, WireMock.postRequestedFor(WireMock.urlEqualTo("/revoke"))
					.withFormParam("token", WireMock.equalTo("secret-second"))));
	}

	/** Whether what names another can be verified or not. */
	static Stream<BiFunction<String, String, String>> endsForAnybodyElse() {
		return Stream.of((issuer, nonce) -> KEYS.sign(withoutNonce(issuer).subject("secret-other").build()),
				(issuer, nonce) -> SigningKeys.other("own").sign(withoutNonce(issuer).subject("secret-other").build()),
				(issuer, nonce) -> KEYS
					.sign(withoutNonce("https://other.example.org").subject("secret-other").build()));
	}

	@ParameterizedTest
	@MethodSource
	void readsOnInSpiteOfAnyOtherDefect(String problem, BiFunction<String, String, String> token) {
		assertThat(read(open("defect", true), token)).isEqualTo(READ_ON);
	}

	static Stream<Arguments> readsOnInSpiteOfAnyOtherDefect() {
		Date past = Date.from(Instant.now().minusSeconds(90));
		return Stream.of(token("ID_TOKEN_ISSUER", (issuer) -> withoutNonce("https://other.example.org")),
				token("ID_TOKEN_AUDIENCE", (issuer) -> withoutNonce(issuer).audience((String) null)),
				token("ID_TOKEN_AUDIENCE", (issuer) -> withoutNonce(issuer).audience("other-app")),
				token("ID_TOKEN_NONCE", (issuer) -> withoutNonce(issuer).claim("nonce", "secret-nonce")),
				token("ID_TOKEN_EXPIRED", (issuer) -> withoutNonce(issuer).issueTime(null).expirationTime(past)),
				token("ID_TOKEN_INCOMPLETE", (issuer) -> withoutNonce(issuer).subject(null)),
				Arguments.of("ID_TOKEN_SIGNATURE",
						(BiFunction<String, String, String>) (issuer, nonce) -> SigningKeys.other("own")
							.sign(withoutNonce(issuer).build())),
				Arguments.of("ID_TOKEN_ALGORITHM",
						(BiFunction<String, String, String>) (issuer, nonce) -> KEYS.sign(withoutNonce(issuer).build(),
								JWSAlgorithm.HS256)),
				Arguments.of("ID_TOKEN_UNREADABLE",
						(BiFunction<String, String, String>) (issuer, nonce) -> "secret-word"));
	}

	/** Whoever was not named before cannot be told from whoever is named now. */
	@Test
	void readsOnWhereNobodyWasNamedBefore() {
		assertThat(read(open("nobody", false), (issuer, nonce) -> KEYS.sign(withoutNonce(issuer).build())))
			.isEqualTo(READ_ON);
	}

	private static Arguments token(String problem, Claims claims) {
		return Arguments.of(problem,
				(BiFunction<String, String, String>) (issuer, nonce) -> KEYS.sign(claims.of(issuer).build()));
	}

	private static JWTClaimsSet.Builder withoutNonce(String issuer) {
		return SigningKeys.claims(issuer, "").claim("nonce", null);
	}

	/** A sidebar whose first access is not accepted any more. */
	private String open(String name, boolean named) {
		String base = ehr.identityIssuer(name, KEYS.published());
		this.issuer = base.replace("/fhir", "");
		ehr.server()
			.stubFor(WireMock.get(WireMock.urlPathMatching(".*/Patient/p1")).willReturn(WireMock.unauthorized()));
		ehr.server()
			.stubFor(WireMock.get(WireMock.urlPathMatching(".*/Patient/p1"))
				.withHeader("Authorization", WireMock.equalTo("Bearer secret-second"))
				.willReturn(WireMock.okJson("{ \"resourceType\": \"Patient\", \"id\": \"p1\" }")));
		URI authorization = this.browser.launch(base);
		this.nonce = TestBrowser.parameter(authorization, "nonce");
		ehr.answersTokenRequests(WireMock.okJson("""
				{ "access_token": "secret-first", "token_type": "Bearer", "patient": "p1",
				  "refresh_token": "secret-refresh", "id_token": "%s" }"""
			.formatted(named ? KEYS.sign(SigningKeys.claims(this.issuer, this.nonce).build()) : "")));
		return TestBrowser.redirect(this.browser.answer(authorization, "code=secret-code")).getPath();
	}

	private String read(String sidebar, BiFunction<String, String, String> token) {
		ehr.answersTokenRequests(WireMock.okJson("""
				{ "access_token": "secret-second", "token_type": "Bearer", "expires_in": 300, "id_token": "%s" }"""
			.formatted(token.apply(this.issuer, this.nonce))));
		return this.browser.get(sidebar + "read").body();
	}

	/** What an id_token of this issuer says. */
	private interface Claims {

		JWTClaimsSet.Builder of(String issuer);

	}

}
