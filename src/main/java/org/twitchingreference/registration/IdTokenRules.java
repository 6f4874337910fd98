package org.twitchingreference.registration;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.fhir.FieldChecks;
import org.twitchingreference.fhir.FieldFault;
import org.twitchingreference.http.address.WebAddress;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which id_tokens of an EHR are accepted: the issuer they must name if it is not the one
 * in the discovery document, the signature algorithms, whether they must repeat the
 * nonce, and whether patients themselves may use the app. Shared secrets (HS256) and
 * "none" are never among the algorithms.
 */
// @formatter:off
public record IdTokenRules(@Nullable String issuer,
		@DefaultValue({ "RS256", "RS384", "ES256", "ES384" }) Set<String> algorithms,
		@DefaultValue("optional") NonceRule nonce, @DefaultValue("false") boolean patients) {
	// @formatter:on

	private static final Set<String> ASYMMETRIC = Set.of("RS256", "RS384", "ES256", "ES384");

	/** For an EHR whose registration does not mention id_tokens. */
	public static final IdTokenRules DEFAULT = new IdTokenRules(null, ASYMMETRIC, NonceRule.OPTIONAL, false);

	public IdTokenRules {
		algorithms = Set.copyOf(algorithms);
		new FieldChecks()
			.require(!algorithms.isEmpty() && ASYMMETRIC.containsAll(algorithms), "id-token.algorithms",
					FieldFault.OUT_OF_RANGE, "write `id-token.algorithms` as a list of RS256, RS384, ES256, ES384")
			.require(issuer == null || WebAddress.parse(issuer).isPresent(), "id-token.issuer", FieldFault.MALFORMED,
					"set `id-token.issuer` to the address that the EHR's id_tokens name as `iss`, or remove it")
			.done();
	}

	/**
	 * The issuer that id_tokens must name: the one registered for them, else the known
	 * one of the authorization server, else the FHIR base.
	 */
	public String issuer(Optional<String> server, String fhirBase) {
		return Optional.ofNullable(this.issuer).or(() -> server).orElse(fhirBase);
	}

	/** What is done about the nonce, which ties an id_token to its launch. */
	public enum NonceRule {

		/** An id_token without the nonce ends the launch. */
		REQUIRED,
		/** An id_token without the nonce opens the chart but does not name the user. */
		OPTIONAL,
		/** No nonce is sent, and id_tokens without one are accepted. */
		OFF

	}

}
