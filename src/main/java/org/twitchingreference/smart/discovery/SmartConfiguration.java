package org.twitchingreference.smart.discovery;

import java.net.URI;
import java.util.Optional;

/**
 * What a launch needs from an EHR's discovery document: the endpoints that authorize,
 * issue tokens and perhaps revoke them; if given, the issuer of id_tokens and the address
 * of their keys; and whether authorization responses must name the issuer (RFC 9207). The
 * registration allows every address in it except the issuer, which is only compared.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html">SMART App
 * Launch 2.2, .well-known/smart-configuration</a>
 */
public record SmartConfiguration(URI authorizationEndpoint, URI tokenEndpoint, Optional<String> issuer,
		boolean answersWithIssuer, Optional<URI> keys, Optional<URI> revocationEndpoint) {

	public SmartConfiguration withIssuer(String named) {
		return new SmartConfiguration(this.authorizationEndpoint, this.tokenEndpoint, Optional.of(named),
				this.answersWithIssuer, this.keys, this.revocationEndpoint);
	}

}
