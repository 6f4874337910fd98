package org.twitchingreference.chart;

import java.util.List;

import org.twitchingreference.clinical.Reason;

/**
 * How one query of a part went, as one row of the ledger (the list, for testers, of what
 * was asked of the EHR): what it asked for, its resource type, and why it was sent; how
 * it ended, with the HTTP status of the last answer (0 without one); its pages, how many
 * entries it delivered and the server announced (0 when it did not say), what was left
 * out of them, how many have none of the requested codes, the issue codes of the server's
 * warnings, how many requests were sent, repeated ones included, whether access was
 * renewed for it, and what it took in bytes and milliseconds. Names no patient, id or
 * value.
 */
public record QueryRead(Reason asked, String resourceType, Role role, ReadOutcome outcome, int status, int pages,
		int delivered, int announced, LeftOut leftOut, int unrecognised, List<String> warnings, int attempts,
		boolean renewed, long bytes, long millis) {

	public QueryRead {
		warnings = List.copyOf(warnings);
	}

	/** The same, with the number of entries that belong to another patient. */
	public QueryRead withForeign(int foreign) {
		return new QueryRead(this.asked, this.resourceType, this.role, this.outcome, this.status, this.pages,
				this.delivered, this.announced, this.leftOut.withForeign(foreign), this.unrecognised, this.warnings,
				this.attempts, this.renewed, this.bytes, this.millis);
	}

	/** The role of a query among those of its part. */
	public enum Role {

		/** One of the plan, in the server's dialect. */
		PLANNED,
		/** A simpler one, since the server did not accept the planned one. */
		FALLBACK,
		/**
		 * To see whether there is anything at all under codes that were not asked for.
		 */
		PROBE,
		/** To see whether reports contain results, which no search for results finds. */
		REPORTS,
		/** To read resources that entries only refer to. */
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
