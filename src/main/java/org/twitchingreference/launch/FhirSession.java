package org.twitchingreference.launch;

import org.twitchingreference.registration.Dialect;

/**
 * Authorized reading of one launch's FHIR server, for one patient. Safe for concurrent
 * use.
 */
public interface FhirSession {

	/** The logical id of the launch's patient. */
	String patientId();

	/**
	 * The server's FHIR base, by which what was learned of it is remembered; empty when
	 * nothing should be.
	 */
	default String server() {
		return "";
	}

	/** How this server wants to be asked. */
	Dialect dialect();

	/**
	 * Whether the granted scopes let the resource type be read, by SMART v1 or v2 syntax;
	 * true when the EHR did not say what it granted.
	 */
	boolean mayRead(String resourceType);

	/**
	 * Whether the granted scopes cover all that the query ("category=laboratory", or
	 * empty) asks of the type, not only some of it.
	 */
	default boolean mayReadAll(String resourceType, String query) {
		return mayRead(resourceType);
	}

	/**
	 * Gets one FHIR resource. The location is relative to the FHIR base
	 * ("Observation?patient=p1") or absolute and under it, as a Bundle's next link is;
	 * any other location is answered {@link FhirReply.Failure} without being contacted.
	 * Never follows a redirect, never throws for what the EHR answers.
	 */
	FhirReply get(String location);

}
