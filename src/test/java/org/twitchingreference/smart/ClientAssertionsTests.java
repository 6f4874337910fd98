package org.twitchingreference.smart;

import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twitchingreference.keys.ClientKeys;
import org.twitchingreference.keys.KeysFixture;
import org.twitchingreference.keys.SigningAlgorithm;
import org.twitchingreference.keys.UnusableKeysException;
import org.twitchingreference.registration.EhrRegistrations;
import org.twitchingreference.registration.RegistrationFixture;

import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What an assertion of this client says, and to whom it says it. */
class ClientAssertionsTests {

	private static final String TOKEN_ENDPOINT = "https://ehr.example.org/token";

	private static final LaunchProperties PROPERTIES = new LaunchProperties("https://app.example.org",
			Duration.ofMinutes(30), Duration.ofHours(8), 10, 3);

	@TempDir
	private Path directory;

	@Test
	void sayWhatSmartAsksFor() throws ParseException, JOSEException {
		ClientKeys keys = keys();
		SignedJWT assertion = assertion(assertions(keys, SigningAlgorithm.ES384, true));

		assertThat(assertion.getHeader().getType()).isEqualTo(JOSEObjectType.JWT);
		assertThat(assertion.getHeader().getAlgorithm().getName()).isEqualTo("ES384");
		assertThat(assertion.getHeader().getJWKURL()).hasToString("https://app.example.org/jwks.json");
		assertThat(assertion.getJWTClaimsSet().getIssuer()).isEqualTo("app");
		assertThat(assertion.getJWTClaimsSet().getSubject()).isEqualTo("app");
		assertThat(assertion.getJWTClaimsSet().getAudience()).containsExactly(TOKEN_ENDPOINT);
		assertThat(assertion.getJWTClaimsSet().getExpirationTime()).isAfter(Instant.now())
			.isBefore(Instant.now().plusSeconds(300));
		assertThat(assertion.verify(new ECDSAVerifier(
				JWKSet.parse(keys.publicKeys()).getKeyByKeyId(assertion.getHeader().getKeyID()).toECKey())))
			.isTrue();
	}

	/** Where this server's clock is half a minute ahead, or behind. */
	@Test
	void areGoodForAnEhrWhoseClockIsHalfAMinuteOff() throws ParseException {
		Instant now = Instant.now();
		JWTClaimsSet claims = assertion(assertions(keys(), SigningAlgorithm.RS384, false)).getJWTClaimsSet();

		for (Instant there : List.of(now.minusSeconds(30), now.plusSeconds(30))) {
			assertThat(claims.getIssueTime()).isBefore(there);
			assertThat(claims.getExpirationTime()).isAfter(there).isBefore(there.plusSeconds(300));
		}
		assertThat(Duration.between(claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
			.isLessThan(Duration.ofMinutes(5));
	}

	@Test
	void nameNoKeySetUnlessTheRegistrationSaysSo() throws ParseException {
		SignedJWT assertion = assertion(assertions(keys(), SigningAlgorithm.RS384, false));

		assertThat(assertion.getHeader().getAlgorithm().getName()).isEqualTo("RS384");
		assertThat(assertion.getHeader().toJSONObject()).doesNotContainKey("jku");
	}

	@Test
	void areEachForOneRequest() throws ParseException {
		ClientAssertions assertions = assertions(keys(), SigningAlgorithm.RS384, false);
		Set<String> ids = new HashSet<>();
		for (int request = 0; request < 10; request++) {
			ids.add(assertion(assertions).getJWTClaimsSet().getJWTID());
		}

		assertThat(ids).hasSize(10);
	}

	@Test
	void areNotMadeForAnotherKindOfClient() {
		ClientAssertions assertions = assertions(keys(), SigningAlgorithm.RS384, false);

		assertThat(assertions.<OAuth2RefreshTokenGrantRequest>parameters()
			.convert(request(ClientAuthenticationMethod.CLIENT_SECRET_BASIC))).isNull();
	}

	@Test
	void needAKeyWhenTheServerStarts() {
		ClientKeys none = KeysFixture.none();

		assertThatExceptionOfType(UnusableKeysException.class)
			.isThrownBy(() -> assertions(none, SigningAlgorithm.ES384, false))
			.withMessageStartingWith("Set twitching.signing-keys to a file with a key for ES384")
			.withMessageContaining("`auth: private_key_jwt` of test-ehr");
	}

	private ClientKeys keys() {
		return KeysFixture.keys(this.directory.resolve("keys.json"));
	}

	private static ClientAssertions assertions(ClientKeys keys, SigningAlgorithm algorithm, boolean namesKeySet) {
		EhrRegistrations registrations = RegistrationFixture.signing("https://ehr.example.org/fhir", algorithm,
				namesKeySet);
		return new ClientAssertions(registrations, keys, PROPERTIES);
	}

	private static SignedJWT assertion(ClientAssertions assertions) throws ParseException {
		MultiValueMap<String, String> parameters = assertions.<OAuth2RefreshTokenGrantRequest>parameters()
			.convert(request(ClientAuthenticationMethod.PRIVATE_KEY_JWT));
		assertThat(parameters).containsEntry("client_assertion_type",
				List.of("urn:ietf:params:oauth:client-assertion-type:jwt-bearer"));
		return SignedJWT.parse(Objects.requireNonNull(parameters).getFirst("client_assertion"));
	}

	private static OAuth2RefreshTokenGrantRequest request(ClientAuthenticationMethod method) {
		ClientRegistration client = ClientRegistration.withRegistrationId("test-ehr")
			.clientId("app")
			.clientAuthenticationMethod(method)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri("https://app.example.org/callback")
			.authorizationUri("https://ehr.example.org/authorize")
			.tokenUri(TOKEN_ENDPOINT)
			.build();
		return new OAuth2RefreshTokenGrantRequest(client,
				new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "token", null, null),
				new OAuth2RefreshToken("refresh", Instant.EPOCH));
	}

}
