package org.twitchingreference.presentation;

import java.util.List;

import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.evidence.SourceRow;

/**
 * What a reader sees of a chart, from the most to the least pressing. {@code banner} and
 * {@code notices} are empty where nothing is to be shown.
 */
public record AssessmentView(List<Banner> banner, Subject subject, Urgency urgency, Headline headline,
		List<CriticalRow> critical, List<String> notices, Findings findings, TestList tests, OptionList options,
		RedFlagQuestions questions, OtherCauses others, NotKnown notKnown, List<Mention> mentions,
		List<LedgerLine> ledger, String contentVersion, List<SourceRow> sources) {

	/** Never prints whose chart it is or what is in it. */
	@Override
	public String toString() {
		return "AssessmentView[...]";
	}

}
