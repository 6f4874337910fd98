package org.twitchingreference.presentation;

import java.util.List;

import org.twitchingreference.assessment.QuestionFinding;
import org.twitchingreference.assessment.criteria.AnswerStatus;
import org.twitchingreference.presentation.evidence.EvidenceLines;
import org.twitchingreference.presentation.evidence.SourceRow;
import org.twitchingreference.presentation.words.Texts;

/**
 * A bedside question: its id, its words, the answer in one line (empty where nobody was
 * asked and the chart does not raise its red flag), and its sources.
 */
public record QuestionRow(String id, String text, String answer, List<SourceRow> sources) {

	static QuestionRow of(QuestionFinding question, EvidenceLines lines, Texts texts) {
		List<String> answers = question.asked()
			.answers()
			.stream()
			.map((one) -> lines.answer(one, question.asked().state() == AnswerStatus.State.UNCLEAR))
			.distinct()
			.toList();
		String answer = (answers.isEmpty() && question.charted()) ? texts.get("red-flags.charted")
				: String.join("; ", answers);
		return new QuestionRow(question.id(), question.text(), answer, SourceRow.list(question.sources(), texts));
	}

}
