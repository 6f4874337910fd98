package org.twitchingreference.knowledge;

/**
 * Where a statement comes from: a statement of the source document ("S22") or a citation
 * ("C13"), its text in our words, a link (empty when none) and how far it was verified.
 */
public record Source(String id, String text, String link, Support support) {

	/** Whether the cited text, or a copy of it, was read. */
	public boolean isVerified() {
		return this.support == Support.VERIFIED || this.support == Support.VERIFIED_SECONDARY;
	}

	/** What the source may be shown as. */
	public enum Support {

		/** A statement of the source document, shown as the document's. */
		DOCUMENT,
		/** The cited text was read. */
		VERIFIED,
		/** A summary or copy of the cited text was read. */
		VERIFIED_SECONDARY,
		/** Shown as not yet verified, never as support. */
		NOT_VERIFIED

	}

}
