package org.twitchingreference.sidebar;

import java.util.List;

import org.twitchingreference.assessment.CauseFinding;

/**
 * A cause that the chart does not support: to be asked about, not known, or argued
 * against, with its reasons and evidence.
 */
record CauseRow(Mark mark, String title, List<String> reasons, List<EvidenceRow> evidence, List<SourceGroup> sources) {

	static CauseRow of(CauseFinding cause, Days days, Texts texts) {
		return new CauseRow(Mark.cause(cause.id(), cause.verdict()), cause.title(), cause.reasons(),
				cause.evidence().stream().map((entry) -> EvidenceRow.of(entry, days, texts)).toList(),
				SourceGroup.list(cause.sources(), texts));
	}

	boolean hasEvidence() {
		return !this.evidence.isEmpty();
	}

}
