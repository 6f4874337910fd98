package org.twitchingreference.presentation.actions;

import java.util.List;
import java.util.stream.Stream;

import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.presentation.evidence.EvidenceLines;
import org.twitchingreference.presentation.evidence.SourceRow;
import org.twitchingreference.presentation.words.Texts;

/**
 * What a finding rests on, in sentences that can be read by themselves: each entry of the
 * chart, the supporting ones also without remarks, the reasons, and the sources.
 */
public record Grounds(List<String> evidence, List<String> supporting, List<String> reasons, List<SourceRow> sources) {

	public static Grounds of(CauseFinding cause, EvidenceLines lines, Texts texts) {
		return of(cause.evidence(), cause.reasons(), cause.sources(), lines, texts);
	}

	public static Grounds of(AlertFinding alert, EvidenceLines lines, Texts texts) {
		return of(alert.evidence(), alert.reasons(), alert.sources(), lines, texts);
	}

	private static Grounds of(List<Evidence> evidence, List<Reason> reasons, List<Source> sources, EvidenceLines lines,
			Texts texts) {
		return new Grounds(lines.sentences(evidence, reasons), lines.supporting(evidence), texts.of(reasons),
				SourceRow.list(sources, texts));
	}

	/** For actions, which show their evidence elsewhere. */
	public static Grounds of(List<Reason> reasons, List<Source> sources, Texts texts) {
		return new Grounds(List.of(), List.of(), texts.of(reasons), SourceRow.list(sources, texts));
	}

	/** What supports it, then the reasons. */
	public Stream<String> inBrief() {
		return Stream.concat(this.supporting.stream(), this.reasons.stream());
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Grounds[...]";
	}

}
