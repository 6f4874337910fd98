package org.twitchingreference.launch;

import java.time.Duration;

import org.twitchingreference.registration.CodeMap;
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

	/** Which LOINC codes the local codes of this EHR stand for. */
	default CodeMap codes() {
		return CodeMap.NONE;
	}

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

	/**
	 * Gets a page after the first by its Bundle's next link, as {@link #get} does; a page
	 * that the EHR no longer knows is told apart from what was never there.
	 */
	default FhirReply getNext(String link) {
		return get(link).asNextPage();
	}

	/**
	 * The same session for a reading that ends this long from now: no request, no wait
	 * for a place or before a repetition lasts longer.
	 */
	default FhirSession within(Duration duration) {
		return this;
	}

}
