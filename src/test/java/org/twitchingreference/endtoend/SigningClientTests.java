package org.twitchingreference.endtoend;

import java.net.URI;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application at an EHR to which it shows who it is by a signature, which that EHR
 * verifies with the published keys.
 */
class SigningClientTests {

	@ParameterizedTest
	@ValueSource(strings = { "asymmetric", "expiring" })
	void opensTheChart(String client) {
		Page page = new PlayedBrowser().openSidebar(RunningSystem.launch("low-potassium-diuretic", client));

		assertThat(page.incompleteParts()).isEmpty();
		assertThat(page.causes("met")).contains("low-potassium");
	}

	@Test
	void publishesPublicKeysOnlyForSomeTime() throws Exception {
		Page answer = new PlayedBrowser().get(URI.create(RunningSystem.app() + "/jwks.json"));

		assertThat(answer.header("Content-Type")).startsWith("application/json");
		assertThat(answer.header("Cache-Control")).isEqualTo("max-age=3600, public");
		assertThat(JWKSet.parse(answer.body()).getKeys()).hasSize(2)
			.noneMatch(JWK::isPrivate)
			.extracting((key) -> key.getAlgorithm().getName())
			.containsExactlyInAnyOrder("RS384", "ES384");
	}

}
