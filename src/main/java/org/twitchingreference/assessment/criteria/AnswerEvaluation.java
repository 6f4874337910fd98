package org.twitchingreference.assessment.criteria;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.assessment.results.Limits;
import org.twitchingreference.chart.Answer;
import org.twitchingreference.chart.ResultValue.Measured;
import org.twitchingreference.clinical.Quantity;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.PersonCriterion.Ask;
import org.twitchingreference.knowledge.Question;

/** Decides conditions on the answers given at the bedside. */
final class AnswerEvaluation {

	private final GivenAnswers answers;

	private final RecordedHabits recorded;

	private final Knowledge knowledge;

	AnswerEvaluation(GivenAnswers answers, RecordedHabits recorded, Knowledge knowledge) {
		this.answers = answers;
		this.recorded = recorded;
		this.knowledge = knowledge;
	}

	Outcome evaluate(Ask criterion) {
		Question question = criterion.question();
		List<Answer> newest = this.answers.newest(question);
		if (newest.isEmpty()) {
			return criterion.openUntilAnswered() ? this.recorded.ask(question) : Outcome.FAILS;
		}
		Set<Optional<Boolean>> truths = newest.stream()
			.map((answer) -> holds(criterion, answer.value()))
			.collect(Collectors.toSet());
		if (truths.size() > 1) {
			return open(question, newest, AnswerReason.ANSWERED_DIFFERENTLY);
		}
		return truths.iterator()
			.next()
			.map((holds) -> holds ? met(criterion, newest)
					: Outcome.fails(evidence(question, newest, Contribution.ARGUES_AGAINST),
							AnswerReason.SO_ANSWERED.reason()))
			.orElseGet(() -> open(question, newest, AnswerReason.ANSWER_NOT_UNDERSTOOD));
	}

	/** An answer is understood if it has the kind that the question asks for. */
	AnswerStatus asked(Question question, OptionalInt age) {
		List<Answer> newest = this.answers.newest(question);
		if (newest.isEmpty()) {
			return new AnswerStatus(AnswerStatus.State.NOT_ASKED, Optional.empty(), List.of(),
					this.recorded.of(question));
		}
		boolean alike = newest.stream().map((answer) -> answer.value().shown()).distinct().count() == 1;
		boolean understood = newest.stream().allMatch((answer) -> isUnderstood(question, answer.value()));
		return (alike && understood)
				? new AnswerStatus(AnswerStatus.State.ANSWERED, code(question, age, newest.get(0).value()),
						evidence(question, newest, Contribution.CONTEXT))
				: new AnswerStatus(AnswerStatus.State.UNCLEAR, Optional.empty(),
						evidence(question, newest, Contribution.CONTEXT));
	}

	private static boolean isUnderstood(Question question, Answer.Value value) {
		return switch (question.kind()) {
			case YES_NO -> value instanceof Answer.YesNo;
			case CHOICE -> value instanceof Answer.Choice answer && question.offers(answer.code());
			case AMOUNT -> value instanceof Answer.Amount;
		};
	}

	private Optional<String> code(Question question, OptionalInt age, Answer.Value value) {
		if (value instanceof Answer.Choice answer) {
			return Optional.of(answer.code().code());
		}
		Optional<Boolean> isYes = (value instanceof Answer.Amount amount)
				? question.form().limit(age).flatMap((limit) -> isAbove(limit.above(), amount.measured()))
				: Optional.of(value).map(Answer.YesNo.class::cast).map(Answer.YesNo::yes);
		return isYes.map((yes) -> yes ? Question.YES : Question.NO);
	}

	private Optional<Boolean> holds(Ask criterion, Answer.Value value) {
		return switch (criterion.question().kind()) {
			case YES_NO -> (value instanceof Answer.YesNo answer) ? Optional.of(answer.yes()) : Optional.empty();
			case CHOICE -> (value instanceof Answer.Choice answer) ? isChosen(criterion, answer) : Optional.empty();
			case AMOUNT -> (value instanceof Answer.Amount answer)
					? isAbove(criterion.above().orElseThrow(), answer.measured()) : Optional.empty();
		};
	}

	private static Optional<Boolean> isChosen(Ask criterion, Answer.Choice answer) {
		return Optional.of(answer.code()).filter(criterion.question()::offers).map(criterion.answers()::contains);
	}

	private Optional<Boolean> isAbove(Quantity limit, Measured amount) {
		return this.knowledge.units()
			.read(amount.unit())
			.flatMap((unit) -> factor(unit, limit.unit()))
			.flatMap((factor) -> Limits.isAbove(amount.amount().multiply(factor), amount.comparator(), limit.amount()));
	}

	private Optional<BigDecimal> factor(String unit, String expected) {
		return unit.equals(expected) ? Optional.of(BigDecimal.ONE) : this.knowledge.ucum().factor(unit, expected);
	}

	private static Outcome met(Ask criterion, List<Answer> newest) {
		return Outcome.holds(criterion.meaning().strength(), criterion.meaning().urgency(),
				evidence(criterion.question(), newest, Contribution.SUPPORTS),
				CommonReason.stated(criterion.meaning().reason()));
	}

	private static Outcome open(Question question, List<Answer> newest, AnswerReason why) {
		return Outcome.open(Doubt.UNDECIDED, evidence(question, newest, Contribution.CONTEXT),
				Gap.of(question.text(), why.reason()));
	}

	private static List<Evidence> evidence(Question question, List<Answer> answers, Contribution contribution) {
		return answers.stream()
			.map((answer) -> new Evidence(answer.reference(), question.text(), answer.value().shown(),
					answer.value().unit(), answer.authored(), RangeUsed.NONE, contribution, Optional.empty()))
			.toList();
	}

}
