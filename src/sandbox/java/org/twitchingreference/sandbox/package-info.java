/**
 * The sandbox EHR for tests and for "./mvnw spring-boot:test-run": a SMART authorization
 * server, a FHIR R4 server and chart pages. The app uses it over HTTP only, and it is
 * never shipped.
 *
 * <p>
 * No class here or below carries a stereotype annotation, so that the component scan of
 * the application, which covers this package on the test classpath, finds nothing in it.
 */
@NullMarked
package org.twitchingreference.sandbox;

import org.jspecify.annotations.NullMarked;
