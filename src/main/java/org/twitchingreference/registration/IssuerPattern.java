package org.twitchingreference.registration;

/**
 * A FHIR base URL that may launch this server: exact, or with placeholders for single
 * path segments ("https://launch.example.org/v/r4/sim/{simulation}/fhir"). Scheme, host
 * and port are always exact.
 */
public record IssuerPattern(String pattern) {

}
