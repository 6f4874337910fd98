package org.twitchingreference.registration;

import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.http.address.WebAddress;

/**
 * The issuers that launch-config names for the servers of one EHR besides its FHIR base:
 * that of its authorization server ("issuer") and that of its id_tokens
 * ("id-token.issuer").
 */
record PinnedIssuers(EhrRegistration registration) {

	/** Whether both EHRs claim the same issuer, of whichever server. */
	boolean clashWith(PinnedIssuers other) {
		return normalised().anyMatch(other::isNameOfEhr) || other.normalised().anyMatch(this::isNameOfEhr)
				|| normalised().anyMatch((mine) -> other.normalised().anyMatch(mine::equals));
	}

	/**
	 * The field of launch-config that sets an issuer besides the FHIR base; "iss" if none
	 * does.
	 */
	String field() {
		if (authorizationServer().isPresent()) {
			return "issuer";
		}
		return idTokens().isPresent() ? "id-token.issuer" : "iss";
	}

	/** Whether this is the EHR's FHIR base or the pinned name of its server. */
	boolean isNameOfEhr(String issuer) {
		String normalised = IssuerPattern.normalise(issuer);
		return this.registration.hasIssuer(normalised)
				|| authorizationServer().map(IssuerPattern::normalise).filter(normalised::equals).isPresent();
	}

	/**
	 * Whether an authorization server may answer under this issuer: the one that the
	 * registration names or, if it names none, one on its hosts.
	 */
	boolean mayAnswer(String issuer) {
		return authorizationServer().map(issuer::equals)
			.orElseGet(() -> idTokens().filter(issuer::equals).isPresent() || WebAddress.parse(issuer)
				.filter((address) -> this.registration.allows(address.uri()))
				.isPresent());
	}

	private Optional<String> authorizationServer() {
		return this.registration.answers().issuer();
	}

	private Optional<String> idTokens() {
		return Optional.ofNullable(this.registration.idToken().issuer());
	}

	private Stream<String> normalised() {
		return Stream.concat(authorizationServer().stream(), idTokens().stream()).map(IssuerPattern::normalise);
	}

}
