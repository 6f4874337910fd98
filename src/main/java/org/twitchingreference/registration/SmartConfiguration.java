package org.twitchingreference.registration;

import java.net.URI;
import java.util.Optional;

/**
 * Where an EHR authorizes and hands out tokens, and perhaps who signs its id_tokens and
 * whether its authorization answers must say so too (RFC 9207), the keys they are signed
 * with, and where tokens are revoked: the part of its discovery document that a launch
 * needs. All addresses but the issuer, which is only a name, are allowed by the
 * registration.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html">SMART App
 * Launch 2.2, .well-known/smart-configuration</a>
 */
public record SmartConfiguration(URI authorizationEndpoint, URI tokenEndpoint, Optional<String> issuer,
		boolean answersWithIssuer, Optional<URI> keys, Optional<URI> revocationEndpoint) {

}
