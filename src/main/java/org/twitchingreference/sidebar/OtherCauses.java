package org.twitchingreference.sidebar;

import java.util.List;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.Verdict;

/**
 * The causes without support in this chart: to be asked about, not known, argued against
 * by evidence, or simply on no list that was read.
 */
record OtherCauses(List<CauseRow> ask, List<CauseRow> unknown, List<CauseRow> against, List<CauseRow> notListed) {

	static OtherCauses of(Assessment assessment, Days days, Texts texts) {
		List<CauseRow> notMet = rows(assessment, Verdict.NOT_MET, days, texts);
		return new OtherCauses(rows(assessment, Verdict.ASK, days, texts),
				rows(assessment, Verdict.UNKNOWN, days, texts), notMet.stream().filter(CauseRow::hasEvidence).toList(),
				notMet.stream().filter((row) -> !row.hasEvidence()).toList());
	}

	private static List<CauseRow> rows(Assessment assessment, Verdict verdict, Days days, Texts texts) {
		return Findings.with(assessment, verdict).map((cause) -> CauseRow.of(cause, days, texts)).toList();
	}

}
