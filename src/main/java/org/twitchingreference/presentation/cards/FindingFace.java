package org.twitchingreference.presentation.cards;

import java.util.List;
import java.util.function.Predicate;

import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.presentation.evidence.EvidenceLines;
import org.twitchingreference.presentation.evidence.EvidenceRow;
import org.twitchingreference.presentation.words.Texts;

/**
 * What is shown at a glance: what to do, the results that it rests on, everything else it
 * rests on in a few words each, and those reasons that do not only repeat what is shown.
 */
public record FindingFace(String advice, List<EvidenceRow> results, List<String> others, String reasons) {

	private static final Predicate<Evidence> RESULT = Evidence::isResult;

	static FindingFace of(CauseFinding cause, EvidenceLines lines, Texts texts) {
		List<Reason> unsaid = cause.reasons().stream().filter((reason) -> !PlainReasons.is(reason)).toList();
		return new FindingFace("", lines.results(cause.evidence()),
				lines.brief(cause.evidence().stream().filter((entry) -> !isShownAsResult(entry)).toList()),
				FindingRow.reasons(unsaid, texts));
	}

	static FindingFace of(AlertFinding alert, boolean asDose, EvidenceLines lines, Texts texts) {
		List<Reason> unsaid = alert.reasons()
			.stream()
			.filter((reason) -> alert.evidence().isEmpty() || !PlainReasons.isSaidByEvidence(reason))
			.filter((reason) -> !asDose || !DoseBar.says(reason))
			.toList();
		List<Evidence> shown = asDose ? alert.evidence().stream().filter(RESULT.negate()).toList() : alert.evidence();
		return new FindingFace(alert.advice(), List.of(), lines.brief(shown), FindingRow.reasons(unsaid, texts));
	}

	private static boolean isShownAsResult(Evidence entry) {
		return entry.isResult() && entry.contribution() != Evidence.Contribution.CONTEXT;
	}

}
