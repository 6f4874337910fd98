package org.twitchingreference.presentation;

import org.twitchingreference.assessment.Verdict;

/**
 * The attributes by which tests and assistive scripts find a finding in the page; those
 * that do not apply are empty and not rendered.
 */
public record Mark(String cause, String verdict, String redFlag, String caution) {

	static Mark cause(String id, Verdict verdict) {
		return new Mark(id, verdict.code(), "", "");
	}

	static Mark redFlag(String id) {
		return new Mark("", "", id, "");
	}

	static Mark caution(String id) {
		return new Mark("", "", "", id);
	}

}
