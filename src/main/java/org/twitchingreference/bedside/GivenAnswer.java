package org.twitchingreference.bedside;

import java.time.Instant;

/**
 * What was answered to a bedside question, as a code ("yes", "no" or that of an answer to
 * choose), and when.
 */
public record GivenAnswer(String code, Instant at) {

	/** Never prints what was answered. */
	@Override
	public String toString() {
		return "GivenAnswer[...]";
	}

}
