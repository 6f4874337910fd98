package org.twitchingreference.chart;

import java.util.List;

import org.twitchingreference.clinical.Reason;

/**
 * What one query of a part came to, for the ledger: what it asked for and by resource
 * type, and why it was asked; how it ended, with the HTTP status of the last answer (0
 * without one); its pages, the entries it delivered and the server announced (0 when it
 * did not say), what of them was left out, how many have no code that was asked for, the
 * issue codes of the server's warnings, how many requests were sent, repeated ones too,
 * whether access was renewed for it, and what it took. Names no patient, id or value.
 */
public record QueryRead(Reason asked, String resourceType, Way way, ReadOutcome outcome, int status, int pages,
		int delivered, int announced, LeftOut leftOut, int unrecognised, List<String> warnings, int attempts,
		boolean renewed, long bytes, long millis) {

	public QueryRead {
		warnings = List.copyOf(warnings);
	}

	/** The same, of which so many entries belong to another patient. */
	public QueryRead withForeign(int foreign) {
		return new QueryRead(this.asked, this.resourceType, this.way, this.outcome, this.status, this.pages,
				this.delivered, this.announced, this.leftOut.withForeign(foreign), this.unrecognised, this.warnings,
				this.attempts, this.renewed, this.bytes, this.millis);
	}

	/** Why a query was asked. */
	public enum Way {

		/** As the dialect says. */
		PLANNED,
		/** Plainer, since the server did not accept a planned one. */
		FALLBACK,
		/**
		 * To see whether there is anything at all under codes that were not asked for.
		 */
		PROBE,
		/** To see whether reports contain results, which no search for results finds. */
		REPORTS,
		/** To read what entries only refer to. */
		FOLLOWED

	}

	/**
	 * The entries that were delivered and not used: another patient's, entered in error,
	 * delivered before, not understood.
	 */
	public record LeftOut(int foreign, int retracted, int duplicates, int unreadable) {

		public static final LeftOut NONE = new LeftOut(0, 0, 0, 0);

		private LeftOut withForeign(int entries) {
			return new LeftOut(entries, this.retracted, this.duplicates, this.unreadable);
		}

	}

}
