package org.twitchingreference.presentation;

import java.util.List;
import java.util.stream.Stream;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.GapSubject;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.presentation.cards.FindingRows;
import org.twitchingreference.presentation.evidence.EvidenceLines;
import org.twitchingreference.presentation.words.Texts;

/**
 * What is not known, each thing once: first the incomplete parts of the chart and
 * whatever else is missing, then the causes that are open for lack of data. {@code
 * missing} has a sentence for each gap that no open cause names.
 */
public record NotKnown(List<GapRow> gaps, List<CauseRow> causes, List<String> missing) {

	public boolean isEmpty() {
		return this.gaps.isEmpty() && open().isEmpty();
	}

	/** The causes that are open for more reasons than a missing measurement. */
	public List<CauseRow> open() {
		return this.causes.stream().filter((cause) -> !cause.unmeasured() && !cause.unread()).toList();
	}

	/** The causes that are open because something was not measured lately. */
	public List<CauseRow> unmeasured() {
		return this.causes.stream().filter(CauseRow::unmeasured).toList();
	}

	/** The causes that are open because a part of the chart was not read. */
	public List<CauseRow> unread() {
		return this.causes.stream().filter(CauseRow::unread).toList();
	}

	static NotKnown of(AssessedChart reading, EvidenceLines lines, Texts texts) {
		Assessment assessment = reading.assessment();
		List<GapRow> parts = reading.incompleteParts().stream().map((part) -> GapRow.of(part, texts)).toList();
		List<CauseFinding> open = FindingRows.with(assessment, Verdict.UNKNOWN).toList();
		List<Gap> unsaid = assessment.gaps()
			.stream()
			.filter((gap) -> open.stream().noneMatch((cause) -> isReasonOf(cause, gap)))
			.toList();
		Stream<GapRow> others = unsaid.stream()
			.filter((gap) -> parts.stream().noneMatch((part) -> part.covers(gap)))
			.filter((gap) -> open.stream().noneMatch((cause) -> shows(cause, gap)))
			.filter((gap) -> reading.incompleteParts()
				.stream()
				.noneMatch((part) -> gap.why().equals(CommonReason.notRead(part.part()))))
			.map((gap) -> GapRow.of(gap, texts));
		return new NotKnown(Stream.concat(parts.stream(), others).toList(),
				CauseRow.list(assessment, Verdict.UNKNOWN, lines, texts).toList(),
				unsaid.stream().map(Gap::asReason).map(texts::of).distinct().toList());
	}

	/** Whether the cause names the same unrecognised result among its reasons. */
	private static boolean shows(CauseFinding cause, Gap gap) {
		return gap.what().is(GapSubject.UNRECOGNISED_RESULT) && gap.what().arguments().get(0) instanceof Reason result
				&& cause.reasons().stream().anyMatch((reason) -> reason.contains(result));
	}

	/** Whether the gap is one of the reasons of the cause. */
	static boolean isReasonOf(CauseFinding cause, Gap gap) {
		return cause.reasons().contains(gap.asReason());
	}

}
