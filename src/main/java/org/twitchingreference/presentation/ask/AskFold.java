package org.twitchingreference.presentation.ask;

import java.util.List;

import org.twitchingreference.assessment.QuestionFinding;
import org.twitchingreference.knowledge.Question.Kind;
import org.twitchingreference.presentation.words.Texts;

/**
 * Whether a group of questions is folded behind its heading, whether it is open, and how
 * many of its questions are answered: as shown ("1/5", nothing before the first) and as
 * read aloud. Groups that ask yes or no for a red flag are never folded; the others open
 * once a question is answered or the chart says something about it.
 */
public record AskFold(boolean folded, boolean open, String count, String counted) {

	static AskFold of(List<QuestionFinding> findings, List<AskQuestion> shown, Texts texts) {
		boolean folded = findings.stream()
			.allMatch((one) -> one.redFlag().isEmpty() || one.question().kind() == Kind.CHOICE);
		boolean open = shown.stream().anyMatch((one) -> one.isAnswered() || !one.notes().isEmpty());
		long answered = shown.stream().filter(AskQuestion::isAnswered).count();
		return new AskFold(folded, open, (answered == 0) ? "" : texts.get("ask.count", answered, shown.size()),
				texts.get("ask.counted", answered, shown.size()));
	}

}
