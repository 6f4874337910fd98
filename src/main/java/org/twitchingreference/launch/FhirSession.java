package org.twitchingreference.launch;

import org.twitchingreference.registration.Dialect;

/**
 * Authorized reading of one launch's FHIR server, for one patient. Safe for concurrent
 * use.
 */
public interface FhirSession {

	/** The logical id of the launch's patient. */
	String patientId();

	/** How this server wants to be asked. */
	Dialect dialect();

	/**
	 * Whether the granted scopes let the resource type be read, by SMART v1 or v2 syntax;
	 * true when the EHR did not say what it granted.
	 */
	boolean mayRead(String resourceType);

	/**
	 * Gets one FHIR resource. The location is relative to the FHIR base
	 * ("Observation?patient=p1") or absolute and under it, as a Bundle's next link is;
	 * any other location is answered {@link FhirReply.Failure} without being contacted.
	 * Never follows a redirect, never throws for what the EHR answers.
	 */
	FhirReply get(String location);

}
