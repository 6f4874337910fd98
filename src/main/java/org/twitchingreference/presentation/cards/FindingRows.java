package org.twitchingreference.presentation.cards;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.evidence.EvidenceLines;
import org.twitchingreference.presentation.words.Texts;

/**
 * What the chart points to, each kind in the order of the knowledge: the supported
 * causes, the red flags and the cautions.
 */
public record FindingRows(List<FindingRow> causes, List<FindingRow> allRedFlags, List<FindingRow> allCautions) {

	/** The most urgent first, then what has the better evidence. */
	private static final Comparator<FindingRow> MOST_CERTAIN_FIRST = Comparator.comparing(FindingRow::urgency)
		.thenComparing((row) -> row.strength().map(Enum::ordinal).orElse(-1))
		.reversed();

	public static FindingRows of(Assessment assessment, EvidenceLines lines, Texts texts) {
		MedicineTitle titles = new MedicineTitle(assessment, texts);
		return new FindingRows(
				with(assessment, Verdict.MET).map((cause) -> FindingRow.of(cause, titles.of(cause), lines, texts))
					.toList(),
				assessment.redFlags().stream().map((flag) -> FindingRow.redFlag(flag, lines, texts)).toList(),
				assessment.cautions().stream().map((caution) -> FindingRow.caution(caution, lines, texts)).toList());
	}

	/** All that is more than routine, of every kind. */
	public List<FindingRow> pressing() {
		return ofEveryKind(this.causes).filter((row) -> row.urgency() != Urgency.ROUTINE).toList();
	}

	List<FindingRow> byCertainty() {
		return this.causes.stream().sorted(MOST_CERTAIN_FIRST).toList();
	}

	private Stream<FindingRow> ofEveryKind(List<FindingRow> causes) {
		return Stream.of(this.allCautions, this.allRedFlags, causes)
			.flatMap(Collection::stream)
			.sorted(FindingRow.MOST_URGENT_FIRST);
	}

	/** The supported causes, most urgent first, then those with the better evidence. */
	public static Stream<CauseFinding> met(Assessment assessment) {
		return with(assessment, Verdict.MET).sorted(Comparator.comparing(CauseFinding::urgency)
			.thenComparing((cause) -> cause.strength().map(Enum::ordinal).orElse(-1))
			.reversed());
	}

	public static Stream<CauseFinding> with(Assessment assessment, Verdict verdict) {
		return assessment.causes().stream().filter((cause) -> cause.verdict() == verdict);
	}

}
