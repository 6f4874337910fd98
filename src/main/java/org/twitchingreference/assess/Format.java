package org.twitchingreference.assess;

/** How assessments are written. */
enum Format {

	/** The Assessment JSON, for programs. */
	JSON {
		@Override
		Report report(boolean several) {
			return new JsonReport(several);
		}
	},
	/** Sentences, for people. */
	TEXT {
		@Override
		Report report(boolean several) {
			return new TextReport(several);
		}
	};

	/** The report for one input of one, or of several. */
	abstract Report report(boolean several);

}
