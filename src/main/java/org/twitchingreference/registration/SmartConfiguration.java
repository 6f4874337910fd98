package org.twitchingreference.registration;

import java.net.URI;

/**
 * Where an EHR authorizes and hands out tokens: the part of its discovery document that a
 * launch needs. Both addresses are allowed by the registration.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html">SMART App
 * Launch 2.2, .well-known/smart-configuration</a>
 */
public record SmartConfiguration(URI authorizationEndpoint, URI tokenEndpoint) {

}
