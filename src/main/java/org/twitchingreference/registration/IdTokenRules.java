package org.twitchingreference.registration;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an EHR's id_tokens are held to: the issuer they name, where it is not the one of
 * discovery, and the algorithms they may be signed with; none that a shared secret or
 * nothing at all would do for.
 */
// @formatter:off
public record IdTokenRules(@Nullable String issuer,
		@DefaultValue({ "RS256", "RS384", "ES256", "ES384" }) Set<String> algorithms) {
	// @formatter:on

	private static final Set<String> ASYMMETRIC = Set.of("RS256", "RS384", "ES256", "ES384");

	/** For an EHR that nothing is known of. */
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
	 * The issuer that id_tokens must name: as registered, as discovered, or the FHIR
	 * base.
	 */
	public String issuer(Optional<String> discovered, String fhirBase) {
		return Optional.ofNullable(this.issuer).or(() -> discovered).orElse(fhirBase);
	}

}
