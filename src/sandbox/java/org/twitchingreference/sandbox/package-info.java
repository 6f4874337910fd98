/**
 * The sandbox EHR of tests and of "./mvnw spring-boot:test-run": a SMART authorization
 * server, a FHIR R4 server and chart pages, met over HTTP only and never shipped.
 *
 * <p>
 * No class here or below carries a stereotype annotation, so that the component scan of
 * the application, which covers this package on the test classpath, finds nothing in it.
 */
@NullMarked
package org.twitchingreference.sandbox;

import org.jspecify.annotations.NullMarked;
