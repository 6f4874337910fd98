package org.twitchingreference.presentation.ask;

import java.util.List;
import java.util.stream.Stream;

import org.twitchingreference.assessment.QuestionFinding;
import org.twitchingreference.knowledge.Question;
import org.twitchingreference.presentation.evidence.EvidenceLines;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/**
 * Questions that are asked together: the id of the group, its title, the questions to be
 * asked, the words of the button that answers all remaining ones with no (empty where
 * there is none), the answers in one sentence once all are given, and how the group is
 * folded.
 */
public record AskGroup(String id, String title, List<AskQuestion> questions, String none, String said, AskFold fold) {

	static AskGroup of(Question.Form.Group group, List<QuestionFinding> findings, EvidenceLines lines, Texts texts) {
		List<AskQuestion> questions = findings.stream().map((one) -> AskQuestion.of(one, lines, texts)).toList();
		List<AskQuestion> shown = questions.stream()
			.filter((one) -> one.isAnswered() || isEnabled(one, findings, questions))
			.toList();
		boolean answered = shown.stream().allMatch(AskQuestion::isAnswered);
		return new AskGroup(group.id(), group.title(), shown, none(shown, texts), answered ? said(shown, texts) : "",
				AskFold.of(findings, shown, texts));
	}

	/** Whether every question was answered. */
	public boolean isAnswered() {
		return !this.said.isEmpty();
	}

	/** A question that follows on another waits for its yes. */
	private static boolean isEnabled(AskQuestion question, List<QuestionFinding> findings, List<AskQuestion> all) {
		return findings.stream()
			.filter((finding) -> finding.id().equals(question.id()))
			.flatMap((finding) -> finding.question().form().after().stream())
			.allMatch((after) -> all.stream().anyMatch((one) -> one.id().equals(after) && one.isYes()));
	}

	private static String none(List<AskQuestion> shown, Texts texts) {
		if (shown.stream().allMatch(AskQuestion::choice)) {
			return "";
		}
		return texts.get(shown.stream().anyMatch(AskQuestion::isAnswered) ? "ask.none-left" : "ask.none");
	}

	/** "Weakness, pain. No wasting, numbness." */
	private static String said(List<AskQuestion> questions, Texts texts) {
		String yes = within(questions.stream().filter(AskQuestion::isYes).map(AskQuestion::label));
		String no = within(questions.stream().filter(AskQuestion::isNo).map(AskQuestion::label));
		return Wording
			.sentences(Stream.concat(Stream.of(yes), Stream.concat(questions.stream().flatMap(AskQuestion::chosen),
					Stream.of(no.isEmpty() ? "" : texts.get("ask.said.no", no)))));
	}

	private static String within(Stream<String> labels) {
		return String.join(", ", labels.map(Wording::within).toList());
	}

	/** Never prints what was answered. */
	@Override
	public String toString() {
		return "AskGroup[" + this.id + "]";
	}

}
