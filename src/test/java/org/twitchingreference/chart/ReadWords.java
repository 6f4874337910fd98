package org.twitchingreference.chart;

import org.twitchingreference.presentation.words.MessageBundle;
import org.twitchingreference.presentation.words.ReasonWords;

/** The words that a reader gets for how a chart was read. */
public final class ReadWords {

	private static final ReasonWords WORDS = new ReasonWords(MessageBundle.messages());

	private ReadWords() {
	}

	/** Why a part was not read completely; empty where it was. */
	public static String why(PartRead part) {
		return part.why().map(WORDS::of).orElse("");
	}

	/** What a query asked for. */
	static String asked(QueryRead query) {
		return WORDS.of(query.asked());
	}

}
