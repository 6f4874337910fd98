package org.twitchingreference.knowledge;

import java.util.List;

/**
 * How well the sources of a rule support it. A claim that only the source document makes
 * is never shown as established.
 */
public enum Backing {

	/** At least one citation that was read supports the rule. */
	SUPPORTED,
	/** Only the source document says so: shown as its claim. */
	DOCUMENT_ONLY,
	/** No source was verified, and it is shown so. */
	NOT_VERIFIED;

	/** How well these sources together support a rule. */
	public static Backing of(List<Source> supporting) {
		if (supporting.stream().anyMatch(Source::isVerified)) {
			return SUPPORTED;
		}
		boolean document = supporting.stream().anyMatch((source) -> source.support() == Source.Support.DOCUMENT);
		return document ? DOCUMENT_ONLY : NOT_VERIFIED;
	}

}
