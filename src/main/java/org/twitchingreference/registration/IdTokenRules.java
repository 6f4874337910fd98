package org.twitchingreference.registration;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.fhir.InvalidFieldException;
import org.twitchingreference.http.WebAddress;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which id_tokens of an EHR are accepted: the issuer they must name, where it is not the
 * one of the discovery document, and the signature algorithms. Shared secrets (HS256) and
 * "none" are never among them.
 */
// @formatter:off
public record IdTokenRules(@Nullable String issuer,
		@DefaultValue({ "RS256", "RS384", "ES256", "ES384" }) Set<String> algorithms) {
	// @formatter:on

	private static final Set<String> ASYMMETRIC = Set.of("RS256", "RS384", "ES256", "ES384");

	/** For an EHR whose registration says nothing of id_tokens. */
	public static final IdTokenRules DEFAULT = new IdTokenRules(null, ASYMMETRIC);

	public IdTokenRules {
		algorithms = Set.copyOf(algorithms);
		if (algorithms.isEmpty() || !ASYMMETRIC.containsAll(algorithms)) {
			throw new InvalidFieldException("write `id-token.algorithms` as a list of RS256, RS384, ES256, ES384");
		}
		if (issuer != null && WebAddress.parse(issuer).isEmpty()) {
			throw new InvalidFieldException(
					"set `id-token.issuer` to the address that the EHR's id_tokens name as `iss`, or remove it");
		}
	}

	/**
	 * The issuer that id_tokens must name: the registered one, else the discovered one,
	 * else the FHIR base.
	 */
	public String issuer(Optional<String> discovered, String fhirBase) {
		return Optional.ofNullable(this.issuer).or(() -> discovered).orElse(fhirBase);
	}

}
