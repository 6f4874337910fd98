package org.twitchingreference.registration;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an EHR's FHIR server wants to be asked: the page size to request, the most pages to
 * read per query, and whether it includes medications that orders only refer to.
 */
public record Dialect(@DefaultValue("200") int count, @DefaultValue("50") int maximumPages,
		@DefaultValue("true") boolean includesMedication) {

	/** What a server that nothing is known of is asked with. */
	public static final Dialect DEFAULT = new Dialect(200, 50, true);

	public Dialect {
		if (count < 1 || count > 1000) {
			throw new InvalidFieldException("set `dialect.count` to a page size between 1 and 1000");
		}
		if (maximumPages < 1 || maximumPages > 1000) {
			throw new InvalidFieldException("set `dialect.maximum-pages` to a number between 1 and 1000");
		}
	}

}
