package org.twitchingreference.registration;

/**
 * How an EHR's FHIR server wants to be asked: the page size to request, the most pages to
 * read per query, and whether it includes medications that orders only refer to.
 */
public record Dialect(int count, int maximumPages, boolean includesMedication) {

	/** What a server that nothing is known of is asked with. */
	public static final Dialect DEFAULT = new Dialect(200, 50, true);

}
