package org.twitchingreference.presentation;

import java.util.List;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.presentation.evidence.EvidenceLines;
import org.twitchingreference.presentation.words.Texts;

/**
 * The decided causes without support in this chart: to be asked about, argued against by
 * what was measured or answered, or on no list that was read completely. The last two are
 * never mixed: that nobody recorded a disease does not argue against it.
 */
public record UnsupportedCauses(List<CauseRow> ask, List<CauseRow> against, List<CauseRow> notListed) {

	static UnsupportedCauses of(Assessment assessment, EvidenceLines lines, Texts texts) {
		List<CauseRow> notMet = CauseRow.list(assessment, Verdict.NOT_MET, lines, texts).toList();
		return new UnsupportedCauses(CauseRow.list(assessment, Verdict.ASK, lines, texts).toList(),
				notMet.stream().filter(CauseRow::arguesAgainst).toList(),
				notMet.stream().filter((row) -> !row.arguesAgainst()).toList());
	}

}
