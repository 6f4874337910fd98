package org.twitchingreference.sandbox;

import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.twitchingreference.sandbox.ehr.FhirBases;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The sandbox takes an assertion as SMART says, and no other. */
class ClientAssertionTests {

	private static final String PATIENT = "low-potassium-diuretic";

	private static final String CLIENT = FhirBases.ASYMMETRIC_CLIENT;

	private final HandLaunch launch = HandLaunch.asymmetric(PATIENT);

	@Test
	void takesBothAlgorithms() {
		assertThat(exchange(assertion(JWSAlgorithm.RS384, AppKeys.RSA)).status()).isEqualTo(200);
		HandLaunch other = HandLaunch.asymmetric(PATIENT);
		assertThat(other.exchangeWith(other.code(), assertion(JWSAlgorithm.ES384, AppKeys.EC)).status()).isEqualTo(200);
	}

	@Test
	void takesTheAddressOfTheRegisteredKeySet() {
		JWSHeader header = AppKeys.header(JWSAlgorithm.RS384, AppKeys.RSA).jwkURL(AppKeys.address()).build();

		assertThat(exchange(AppKeys.sign(header, AppKeys.claims(CLIENT).build(), AppKeys.RSA)).status()).isEqualTo(200);
	}

	@Test
	void renewsAccessToo() {
		JsonNode granted = this.launch.redeem(this.launch.code());

		assertThat(this.launch.refresh(granted.path("refresh_token").asString()).path("patient").asString())
			.isEqualTo(PATIENT);
	}

	@Test
	void takesAnAssertionOnce() {
		String assertion = assertion(JWSAlgorithm.RS384, AppKeys.RSA);
		HandLaunch second = HandLaunch.asymmetric(PATIENT);

		assertThat(exchange(assertion).status()).isEqualTo(200);
		assertRefused(second.exchangeWith(second.code(), assertion));
	}

	@ParameterizedTest
	@MethodSource
	void refusesAnotherHeader(JWSAlgorithm algorithm, JWK key, Consumer<JWSHeader.Builder> change) {
		JWSHeader.Builder header = AppKeys.header(algorithm, key);
		change.accept(header);

		assertRefused(exchange(AppKeys.sign(header.build(), AppKeys.claims(CLIENT).build(), key)));
	}

	static Stream<Arguments> refusesAnotherHeader() {
		return Stream.of(header("no typ", JWSAlgorithm.RS384, AppKeys.RSA, (header) -> header.type(null)),
				header("another typ", JWSAlgorithm.RS384, AppKeys.RSA,
						(header) -> header.type(new JOSEObjectType("at+jwt"))),
				header("no kid", JWSAlgorithm.RS384, AppKeys.RSA, (header) -> header.keyID(null)),
				header("an unknown kid", JWSAlgorithm.RS384, AppKeys.RSA, (header) -> header.keyID("unknown")),
				header("the kid of another key", JWSAlgorithm.RS384, AppKeys.RSA, (header) -> header.keyID("app-ec")),
				header("a key not in the set", JWSAlgorithm.RS384, AppKeys.STRANGER, (header) -> {
				}),
				header("another key set", JWSAlgorithm.RS384, AppKeys.RSA,
						(header) -> header.jwkURL(AppKeys.address().resolve("/other.json"))),
				header("RS256", JWSAlgorithm.RS256, AppKeys.RSA, (header) -> {
				}));
	}

	@ParameterizedTest
	@MethodSource
	void refusesOtherClaims(Consumer<JWTClaimsSet.Builder> change) {
		JWTClaimsSet.Builder claims = AppKeys.claims(CLIENT);
		change.accept(claims);

		assertRefused(exchange(
				AppKeys.sign(AppKeys.header(JWSAlgorithm.RS384, AppKeys.RSA).build(), claims.build(), AppKeys.RSA)));
	}

	static Stream<Named<Consumer<JWTClaimsSet.Builder>>> refusesOtherClaims() {
		return Stream.of(Named.of("no aud", (claims) -> claims.audience((String) null)),
				Named.of("the FHIR base as aud", (claims) -> claims.audience(SharedSandbox.fhir())),
				Named.of("another iss", (claims) -> claims.issuer("sandbox-app")),
				Named.of("another sub", (claims) -> claims.subject("sandbox-app")),
				Named.of("no jti", (claims) -> claims.jwtID(null)),
				Named.of("no exp", (claims) -> claims.expirationTime(null)),
				Named.of("expired", (claims) -> claims.expirationTime(in(-1))),
				Named.of("good for too long", (claims) -> claims.expirationTime(in(310))));
	}

	@Test
	void refusesAnAssertionThatNobodySigned() {
		assertRefused(exchange(new PlainJWT(AppKeys.claims(CLIENT).build()).serialize()));
	}

	@Test
	void refusesAnAssertionSignedWithWhatEverybodyKnows() throws Exception {
		SignedJWT jwt = new SignedJWT(AppKeys.header(JWSAlgorithm.HS256, AppKeys.RSA).build(),
				AppKeys.claims(CLIENT).build());
		jwt.sign(new MACSigner(AppKeys.RSA.toRSAKey().toPublicKey().getEncoded()));

		assertRefused(exchange(jwt.serialize()));
	}

	@Test
	void refusesTheAssertionOfAnotherClient() {
		JWTClaimsSet other = AppKeys.claims("sandbox-asymmetric-es384").build();

		assertRefused(
				exchange(AppKeys.sign(AppKeys.header(JWSAlgorithm.RS384, AppKeys.RSA).build(), other, AppKeys.RSA)));
	}

	@Test
	void tellsThatItTakesThem() {
		assertThat(SandboxHttp.get("/asymmetric/fhir/.well-known/smart-configuration").body())
			.contains("private_key_jwt", "client-confidential-asymmetric", "RS384", "ES384");
	}

	private SandboxHttp.Answer exchange(String assertion) {
		return this.launch.exchangeWith(this.launch.code(), assertion);
	}

	private static String assertion(JWSAlgorithm algorithm, JWK key) {
		return AppKeys.sign(AppKeys.header(algorithm, key).build(), AppKeys.claims(CLIENT).build(), key);
	}

	private static Date in(int seconds) {
		return Date.from(Instant.now().plusSeconds(seconds));
	}

	private static Arguments header(String name, JWSAlgorithm algorithm, JWK key, Consumer<JWSHeader.Builder> change) {
		return Arguments.of(algorithm, key, Named.of(name, change));
	}

	private static void assertRefused(SandboxHttp.Answer answer) {
		assertThat(answer.status()).isIn(400, 401);
		assertThat(answer.body()).contains("invalid_client");
	}

}
