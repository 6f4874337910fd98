package org.twitchingreference.presentation;

import java.util.List;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.presentation.words.Texts;

/**
 * The decided causes without support in this chart: to be asked about, argued against by
 * evidence, or simply on no list that was read.
 */
public record OtherCauses(List<CauseRow> ask, List<CauseRow> against, List<CauseRow> notListed) {

	public boolean isNoneNotMet() {
		return this.against.isEmpty() && this.notListed.isEmpty();
	}

	static OtherCauses of(Assessment assessment, EvidenceLines lines, Texts texts) {
		List<CauseRow> notMet = CauseRow.list(assessment, Verdict.NOT_MET, lines, texts).toList();
		return new OtherCauses(CauseRow.list(assessment, Verdict.ASK, lines, texts).toList(),
				notMet.stream().filter(CauseRow::hasEvidence).toList(),
				notMet.stream().filter((row) -> !row.hasEvidence()).toList());
	}

}
