package org.twitchingreference.presentation.ask;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.assessment.QuestionFinding;
import org.twitchingreference.assessment.criteria.AnswerStatus;
import org.twitchingreference.assessment.criteria.AnswerStatus.State;
import org.twitchingreference.knowledge.Question;
import org.twitchingreference.knowledge.Question.Kind;
import org.twitchingreference.presentation.evidence.EvidenceLines;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/**
 * A question with its answers as buttons: its id, its words in full and as a label,
 * whether it offers choices, the code of its answer, and the remarks beside it.
 */
public record AskQuestion(String id, String text, String label, boolean choice, Optional<String> code,
		List<AskChip> chips, List<String> notes) {

	static AskQuestion of(QuestionFinding finding, EvidenceLines lines, Texts texts) {
		Optional<String> code = finding.asked().code();
		boolean choice = finding.question().kind() == Kind.CHOICE;
		return new AskQuestion(finding.id(), finding.text(), finding.label(), choice, code,
				choice ? options(finding, code) : yesAndNo(finding.label(), code, texts), notes(finding, lines, texts));
	}

	public boolean isAnswered() {
		return this.code.isPresent();
	}

	boolean isYes() {
		return is(Question.YES);
	}

	boolean isNo() {
		return is(Question.NO);
	}

	private boolean is(String answer) {
		return this.code.filter(answer::equals).isPresent();
	}

	/** The chosen answer, in few words. */
	Stream<String> chosen() {
		return this.choice ? this.chips.stream().filter(AskChip::pressed).map(AskChip::words) : Stream.empty();
	}

	private static List<AskChip> options(QuestionFinding finding, Optional<String> given) {
		return finding.question()
			.options()
			.stream()
			.map((option) -> new AskChip(option.code().code(), option.label(), option.text(),
					given.filter(option.code().code()::equals).isPresent()))
			.toList();
	}

	private static List<AskChip> yesAndNo(String label, Optional<String> given, Texts texts) {
		String no = texts.get("ask.no");
		return List.of(new AskChip(Question.YES, label, label, given.filter(Question.YES::equals).isPresent()),
				new AskChip(Question.NO, no, texts.get("ask.no-of", label, no),
						given.filter(Question.NO::equals).isPresent()));
	}

	/**
	 * The remark: that the chart says so, what it records, or an answer that is not
	 * understood.
	 */
	private static List<String> notes(QuestionFinding finding, EvidenceLines lines, Texts texts) {
		AnswerStatus asked = finding.asked();
		Stream<String> charted = Stream.of(texts.get("red-flags.charted")).filter((one) -> finding.charted());
		Stream<String> unclear = asked.answers()
			.stream()
			.filter((one) -> asked.state() == State.UNCLEAR)
			.map((one) -> lines.answer(one, true));
		Stream<String> recorded = asked.recorded().entries().stream().map(lines::recorded);
		Stream<String> unread = texts.of(asked.recorded().unread()).stream();
		return Stream.of(charted, unclear, recorded, unread)
			.flatMap((notes) -> notes)
			.map(Wording::first)
			.distinct()
			.toList();
	}

	/** Never prints what was answered. */
	@Override
	public String toString() {
		return "AskQuestion[" + this.id + "]";
	}

}
