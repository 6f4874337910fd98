package org.twitchingreference.assess.report;

/** How assessments are written. */
public enum Format {

	/** The Assessment JSON, for programs. */
	JSON {
		@Override
		public AssessmentReport report(boolean several) {
			return new JsonReport(several);
		}
	},
	/** Sentences, for people. */
	TEXT {
		@Override
		public AssessmentReport report(boolean several) {
			return new TextReport(several);
		}
	};

	/** The report for one input of one, or of several. */
	public abstract AssessmentReport report(boolean several);

}
