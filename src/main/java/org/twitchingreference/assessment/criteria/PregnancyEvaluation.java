package org.twitchingreference.assessment.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.twitchingreference.assessment.criteria.LatestStatement.Kind;
import org.twitchingreference.assessment.facts.AsWritten;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.PregnancyRecorded;

/**
 * Decides whether the chart says that the patient is pregnant, by the answers to the
 * question, by the due date, by tests and gestational ages, and by other evidence. A
 * wrong no does the most harm, so it counts only if it is newer than everything that
 * suggests a pregnancy.
 */
final class PregnancyEvaluation {

	private final Facts facts;

	PregnancyEvaluation(Facts facts) {
		this.facts = facts;
	}

	/** Takes the outcome of the criterion's inner condition, the other evidence. */
	Outcome evaluate(PregnancyRecorded criterion, Outcome otherwise) {
		PregnancyStatements statements = new PregnancyStatements(criterion, this.facts.asOf());
		LatestStatement answer = LatestStatement.newest(this.facts.recorded(criterion.questions()), this.facts.asOf(),
				statements::answer);
		LatestStatement due = LatestStatement.newest(this.facts.recorded(criterion.due().codes()), this.facts.asOf(),
				statements::dueDate);
		PregnancySigns signs = new PregnancySigns(criterion, this.facts.asOf());
		LatestStatement sign = LatestStatement.newest(this.facts.recorded(criterion.signs().codes())
			.stream()
			.filter((one) -> !signs.isNegative(one))
			.toList(), this.facts.asOf(), signs::read);
		Outcome byDate = outcome(due, criterion);
		Outcome bySign = sign.is(Kind.OUTDATED) ? Outcome.FAILS : outcome(sign, criterion);
		if (answer.is(Kind.NO)) {
			return any(Stream.of(byDate, bySign, otherwise).map((other) -> against(other, answer, criterion)), answer,
					criterion);
		}
		Outcome answered = isOfAPregnancyThatIsOver(answer, due, statements)
				? contradiction(answer, outcome(due, criterion).evidence(), criterion) : outcome(answer, criterion);
		return any(Stream.of(answered, byDate, bySign, otherwise), answer, criterion);
	}

	/** A yes that may have been given before a due date that has passed. */
	private static boolean isOfAPregnancyThatIsOver(LatestStatement answer, LatestStatement due,
			PregnancyStatements statements) {
		return answer.is(Kind.YES) && due.is(Kind.NO)
				&& !answer.by()
					.stream()
					.allMatch((one) -> due.by().stream().allMatch((date) -> statements.isAfter(one, date)));
	}

	private static Outcome outcome(LatestStatement stated, PregnancyRecorded criterion) {
		return switch (stated.kind()) {
			case YES -> Outcome.holds(criterion.meaning().strength(), criterion.meaning().urgency(),
					evidence(stated, Contribution.SUPPORTS), CommonReason.stated(criterion.meaning().reason()));
			case NO -> Outcome.fails(evidence(stated, Contribution.ARGUES_AGAINST), AnswerReason.SO_RECORDED.reason());
			case OPEN -> open(stated, stated.why().orElseThrow(), List.of(), criterion);
			case OUTDATED -> Outcome.open(Doubt.OUTDATED, List.of(),
					Gap.of(criterion.questions().title(), tooLongAgo(stated.by().get(0))));
			case NOTHING -> Outcome.FAILS;
		};
	}

	private static Reason tooLongAgo(LabResult one) {
		return AnswerReason.RECORDED_TOO_LONG_AGO.reason(LatestStatement.time(one), AsWritten.value(one));
	}

	private static Outcome open(LatestStatement stated, Reason why, List<Evidence> more, PregnancyRecorded criterion) {
		List<Evidence> evidence = new ArrayList<>(evidence(stated, Contribution.CONTEXT));
		evidence.addAll(more);
		return Outcome.open(Doubt.UNDECIDED, evidence, Gap.of(criterion.questions().title(), why));
	}

	private static Outcome contradiction(LatestStatement answer, List<Evidence> other, PregnancyRecorded criterion) {
		Reason against = other.stream()
			.map((one) -> AsWritten.dated((one.what() + " " + one.value()).strip(), one.time()))
			.findFirst()
			.orElseGet(AnswerReason.WHAT_ELSE_IS_RECORDED::reason);
		Reason why = AnswerReason.CONTRADICTION.reason(AsWritten.dated(answer.by().get(0)), against);
		return open(answer, why, other, criterion);
	}

	/** Other evidence beside a no: it fails if the no is newer. */
	private static Outcome against(Outcome other, LatestStatement no, PregnancyRecorded criterion) {
		if (other.is(Truth.FAILS) || other.evidence().isEmpty() || isAny(other, (time) -> isAfter(time, no))) {
			return other;
		}
		boolean older = other.evidence()
			.stream()
			.allMatch((one) -> one.time().filter((time) -> isBefore(time, no)).isPresent());
		return older ? Outcome.FAILS : contradiction(no, other.evidence(), criterion);
	}

	private static boolean isAny(Outcome other, Predicate<ChartTime> which) {
		return other.evidence().stream().flatMap((one) -> one.time().stream()).anyMatch(which);
	}

	private static boolean isAfter(ChartTime time, LatestStatement no) {
		return no.by().stream().allMatch((one) -> LatestStatement.time(one).isBefore(time));
	}

	private static boolean isBefore(ChartTime time, LatestStatement no) {
		return no.by().stream().allMatch((one) -> time.isBefore(LatestStatement.time(one)));
	}

	/** An undecided statement goes before data that was not read. */
	private Outcome any(Stream<Outcome> outcomes, LatestStatement answer, PregnancyRecorded criterion) {
		List<Outcome> all = new ArrayList<>(outcomes.toList());
		all.add(this.facts.isComplete(Part.PREGNANCY) ? Outcome.FAILS : Outcome.open(Doubt.NOT_READ, List.of(),
				Gap.of(criterion.questions().title(), CommonReason.notRead(Part.PREGNANCY))));
		List<Outcome> undecided = all.stream().filter(Outcome::isUndecided).toList();
		boolean holds = all.stream().anyMatch((outcome) -> outcome.is(Truth.HOLDS));
		if (!holds && !undecided.isEmpty()) {
			return Outcome.merge(Truth.OPEN, undecided);
		}
		Outcome any = ThreeValuedLogic.any(all);
		return any.is(Truth.FAILS) ? outcome(answer, criterion) : any;
	}

	private static List<Evidence> evidence(LatestStatement stated, Contribution contribution) {
		return stated.by()
			.stream()
			.map((one) -> new Evidence(one.reference(), one.name(), AsWritten.value(one), "", one.time(),
					RangeUsed.NONE, contribution, Optional.empty()))
			.toList();
	}

}
