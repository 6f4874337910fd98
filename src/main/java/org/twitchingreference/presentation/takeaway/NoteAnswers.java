package org.twitchingreference.presentation.takeaway;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.QuestionFinding;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.assessment.criteria.AnswerStatus;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.knowledge.Question;
import org.twitchingreference.presentation.evidence.EvidenceLines;
import org.twitchingreference.presentation.takeaway.Note.Paragraph;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/**
 * What was asked at the bedside with the answers, including negatives, and what was not.
 */
final class NoteAnswers {

	private final Assessment assessment;

	private final EvidenceLines lines;

	private final Texts texts;

	NoteAnswers(Assessment assessment, EvidenceLines lines, Texts texts) {
		this.assessment = assessment;
		this.lines = lines;
		this.texts = texts;
	}

	List<Paragraph> all() {
		List<QuestionFinding> denied = asked().filter(this::isDenied).toList();
		List<QuestionFinding> affirmed = asked().filter((one) -> isBrief(one, Question.YES)).toList();
		String no = denied.isEmpty() ? "" : this.texts.get("note.no", this.texts.either(labels(denied)));
		Stream<String> others = asked().filter((one) -> !denied.contains(one) && !affirmed.contains(one))
			.map(this::answered);
		List<String> all = Stream.of(Stream.of(String.join(", ", labels(affirmed))), Stream.of(no), others)
			.flatMap(Function.identity())
			.filter((one) -> !one.isEmpty())
			.toList();
		return List.of(Paragraph.line(this.texts.get("note.asked"), all),
				Paragraph.line(this.texts.get("note.not-asked"), notAsked()));
	}

	private static List<String> labels(List<QuestionFinding> questions) {
		return questions.stream().map(QuestionFinding::label).map(Wording::within).toList();
	}

	/** A red flag that was ever denied, or anything else that was denied today. */
	private boolean isDenied(QuestionFinding question) {
		return (question.redFlag().isPresent() && isNo(question)) || isBrief(question, Question.NO);
	}

	/** Whether it was answered so today, with nothing else to say about it. */
	private boolean isBrief(QuestionFinding question, String code) {
		return question.asked().state() == AnswerStatus.State.ANSWERED
				&& question.asked().code().filter(code::equals).isPresent()
				&& question.asked()
					.answers()
					.stream()
					.allMatch((answer) -> answer.time().filter(this::isToday).isPresent());
	}

	private boolean isToday(ChartTime time) {
		return time.lastDay().equals(this.assessment.asOf());
	}

	private Stream<QuestionFinding> asked() {
		return this.assessment.questions()
			.stream()
			.filter((one) -> one.asked().state() != AnswerStatus.State.NOT_ASKED);
	}

	private static boolean isNo(QuestionFinding question) {
		return question.question().kind() == Question.Kind.YES_NO
				&& question.asked().state() == AnswerStatus.State.ANSWERED
				&& question.asked().code().filter(Question.NO::equals).isPresent();
	}

	/** "Any weakness? yes, 2 Nov 2026". */
	private String answered(QuestionFinding question) {
		boolean unclear = question.asked().state() == AnswerStatus.State.UNCLEAR;
		List<String> answers = question.asked()
			.answers()
			.stream()
			.map((answer) -> this.lines.answer(answer, unclear))
			.distinct()
			.toList();
		return this.texts.get("note.answer", question.text(), String.join(", ", answers));
	}

	/**
	 * The red flags nobody asked about, then the causes that only the patient can decide.
	 */
	private List<String> notAsked() {
		Stream<String> flags = this.assessment.questions()
			.stream()
			.filter(QuestionFinding::leavesRedFlagOpen)
			.map((one) -> one.redFlag().orElse(""));
		Stream<String> causes = this.assessment.causes()
			.stream()
			.filter((cause) -> cause.verdict() == Verdict.ASK)
			.map((cause) -> cause.title());
		return Stream.concat(flags, causes).map(Wording::within).toList();
	}

}
