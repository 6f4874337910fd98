package org.twitchingreference.presentation;

import java.util.List;
import java.util.stream.Stream;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.QuestionFinding;
import org.twitchingreference.presentation.actions.Citations;
import org.twitchingreference.presentation.evidence.EvidenceLines;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/**
 * The questions for the bedside: about red flags those to ask first, one for each flag,
 * then further ones, and those that are answered; and last the signs to look for,
 * answered or not. {@code none} says what it means that no red flag is found.
 */
public record QuestionList(List<QuestionRow> first, List<QuestionRow> further, List<QuestionRow> answered,
		List<QuestionRow> signs, String none) {

	/** Whether nothing about red flags is left to ask. */
	public boolean isAllAsked() {
		return this.first.isEmpty() && this.further.isEmpty();
	}

	public boolean isEmpty() {
		return isAllAsked() && this.answered.isEmpty() && this.signs.isEmpty();
	}

	List<Citations> citations() {
		return Stream.of(this.first, this.further, this.answered, this.signs)
			.flatMap((rows) -> rows.stream())
			.flatMap((one) -> Citations.of(one.text(), one.sources()))
			.toList();
	}

	static QuestionList of(Assessment assessment, EvidenceLines lines, Texts texts) {
		List<QuestionRow> first = rows(about(assessment).filter((one) -> one.isOpen() && one.redFlag().isPresent()),
				lines, texts);
		List<QuestionRow> further = rows(about(assessment).filter((one) -> one.isOpen() && one.redFlag().isEmpty()),
				lines, texts);
		List<QuestionRow> answered = rows(about(assessment).filter((one) -> !one.isOpen()), lines, texts);
		List<QuestionRow> signs = rows(assessment.questions().stream().filter(QuestionFinding::sign), lines, texts);
		return new QuestionList(first, further, answered, signs,
				Wording.sentences(texts.get("red-flags.none") + "; " + asked(assessment, texts)));
	}

	/**
	 * What follows "no red flag charted": whether somebody asked, and about which red
	 * flags nobody did.
	 */
	static String asked(Assessment assessment, Texts texts) {
		List<String> open = notAsked(assessment);
		long all = about(assessment).filter((one) -> one.redFlag().isPresent()).count();
		if (open.isEmpty() && all > 0) {
			return texts.get("red-flags.asked");
		}
		return (open.size() == all) ? texts.get("red-flags.not-asked")
				: texts.get("red-flags.not-asked-about", texts.list(open.stream().map(Wording::within).toList()));
	}

	/** The red flags that are not in the chart and for which nobody has asked. */
	static List<String> notAsked(Assessment assessment) {
		return about(assessment).filter(QuestionFinding::leavesRedFlagOpen)
			.flatMap((one) -> one.redFlag().stream())
			.toList();
	}

	/** Whether each red flag was asked about. */
	static boolean isEachAskedFor(Assessment assessment) {
		return about(assessment).findAny().isPresent() && notAsked(assessment).isEmpty();
	}

	private static Stream<QuestionFinding> about(Assessment assessment) {
		return assessment.questions().stream().filter(QuestionFinding::aboutRedFlags);
	}

	private static List<QuestionRow> rows(Stream<QuestionFinding> questions, EvidenceLines lines, Texts texts) {
		return questions.map((one) -> QuestionRow.of(one, lines, texts)).toList();
	}

}
