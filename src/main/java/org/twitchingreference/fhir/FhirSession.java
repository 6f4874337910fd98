package org.twitchingreference.fhir;

import java.time.Duration;

/**
 * Authorized reading of one launch's FHIR server, for one patient. Safe for concurrent
 * use.
 */
public interface FhirSession {

	/** The logical id of the launch's patient. */
	String patientId();

	/**
	 * The server's FHIR base, by which the queries that it does not support are
	 * remembered; empty when nothing should be remembered.
	 */
	default String server() {
		return "";
	}

	/**
	 * The id of the EHR's registration. Launches of one registration share threads and
	 * memory, which are kept for each of them; there are as many as files in
	 * launch-config.
	 */
	default String registration() {
		return "";
	}

	/** How this server is to be searched. */
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

	/** Whether the registration asks for the resource type at all. */
	default boolean asksFor(String resourceType) {
		return true;
	}

	/**
	 * Whether the granted scopes cover everything that the query ("category=laboratory",
	 * or empty) asks of the type, and not only a part.
	 */
	default boolean mayReadAll(String resourceType, String query) {
		return mayRead(resourceType);
	}

	/**
	 * Whether the granted scopes let resources of the type be created; where the EHR did
	 * not say what it granted, whether that was asked for.
	 */
	default boolean mayCreate(String resourceType) {
		return false;
	}

	/**
	 * Creates one FHIR resource, unless a search finds it (If-None-Exist, for servers
	 * that support conditional creates). It is sent once, and a second time only with
	 * renewed access after a 401: without an answer nobody knows whether it was created,
	 * and another try could create it twice.
	 */
	default FhirReply create(String resourceType, String json, String ifNoneExist) {
		return new FhirReply.Failure(FhirReply.Failure.Kind.FORBIDDEN, 0);
	}

	/** How many requests of this launch are sent at once; more wait for their turn. */
	int requestsAtOnce();

	/**
	 * Gets one FHIR resource. The location is relative to the FHIR base
	 * ("Observation?patient=p1"), or absolute and under it, as a Bundle's next link is;
	 * any other location is answered with a {@link FhirReply.Failure} without being
	 * contacted. Redirects are not followed, and nothing that the EHR answers makes it
	 * throw.
	 */
	FhirReply get(String location);

	/**
	 * Where a Bundle's next link leads: it may be relative to the page that it stands on
	 * (RFC 3986, section 5). Whether that is under the FHIR base is checked when it is
	 * requested.
	 */
	default String follow(String link, String page) {
		return link;
	}

	/**
	 * Gets a page after the first, as {@link #get} does. If the EHR does not find it, the
	 * failure is PAGE_EXPIRED and not NOT_FOUND.
	 */
	default FhirReply getNext(String link) {
		return get(link).asNextPage();
	}

	/**
	 * The same session for a reading that ends this long from now: no request, no wait
	 * for a free slot and no wait before a retry lasts longer.
	 */
	default FhirSession within(Duration duration) {
		return this;
	}

}
