package org.twitchingreference.presentation.cards;

import org.twitchingreference.assessment.Verdict;

/**
 * The attributes by which tests and assistive scripts find a finding in the page; those
 * that do not apply are empty and not rendered.
 */
public record PageMarks(String cause, String verdict, String redFlag, String caution) {

	static final PageMarks NONE = new PageMarks("", "", "", "");

	public static PageMarks cause(String id, Verdict verdict) {
		return new PageMarks(id, verdict.code(), "", "");
	}

	public static PageMarks redFlag(String id) {
		return new PageMarks("", "", id, "");
	}

	public static PageMarks caution(String id) {
		return new PageMarks("", "", "", id);
	}

}
