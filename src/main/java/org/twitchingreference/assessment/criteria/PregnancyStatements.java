package org.twitchingreference.assessment.criteria;

import java.time.LocalDate;
import java.util.Optional;

import org.twitchingreference.assessment.criteria.LatestStatement.Kind;
import org.twitchingreference.assessment.criteria.LatestStatement.StatementMeaning;
import org.twitchingreference.assessment.facts.AsWritten;
import org.twitchingreference.assessment.results.ResultReason;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.LabResult.Status;
import org.twitchingreference.chart.ResultValue;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.PregnancyRecorded;
import org.twitchingreference.knowledge.PregnancyRecorded.Answers;

/** What a single answer about pregnancy, or a single due date, means for one day. */
final class PregnancyStatements {

	private final PregnancyRecorded criterion;

	private final LocalDate asOf;

	PregnancyStatements(PregnancyRecorded criterion, LocalDate asOf) {
		this.criterion = criterion;
		this.asOf = asOf;
	}

	/** What an answer to the question means; a no counts for fewer days than others. */
	StatementMeaning answer(LabResult result) {
		boolean against = result.status() == Status.VALID && isNo(result);
		int days = isNo(result) ? this.criterion.answers().noDays() : this.criterion.withinDays();
		return placed(meant(result, against), result.time(), days);
	}

	private StatementMeaning meant(LabResult result, boolean against) {
		Reason shown = AsWritten.dated(result);
		if (result.status() == Status.PRELIMINARY) {
			return StatementMeaning.open(AnswerReason.STATEMENT_PRELIMINARY.reason(shown));
		}
		if (!(result.value() instanceof ResultValue.Coded coded)) {
			return StatementMeaning.open(AnswerReason.STATEMENT_NOT_CODED.reason(shown));
		}
		Answers answers = this.criterion.answers();
		boolean yes = answers.yes().containsAny(coded.codes());
		boolean open = answers.open().containsAny(coded.codes());
		if (against) {
			return new StatementMeaning(Kind.NO, true, Optional.empty());
		}
		if (yes && !open && !answers.no().containsAny(coded.codes())) {
			return new StatementMeaning(Kind.YES, false, Optional.empty());
		}
		boolean known = yes || open || answers.no().containsAny(coded.codes());
		AnswerReason why = !known ? AnswerReason.STATEMENT_NOT_KNOWN
				: (open && !yes) ? AnswerReason.STATEMENT_LEAVES_OPEN : AnswerReason.STATEMENT_AMBIGUOUS;
		return StatementMeaning.open(why.reason(shown));
	}

	/** Whether a no and nothing else is among the codes. */
	private boolean isNo(LabResult result) {
		Answers answers = this.criterion.answers();
		return result.value() instanceof ResultValue.Coded coded && answers.no().containsAny(coded.codes())
				&& !answers.yes().containsAny(coded.codes()) && !answers.open().containsAny(coded.codes());
	}

	private StatementMeaning placed(StatementMeaning one, Optional<ChartTime> time, int days) {
		LocalDate from = this.asOf.minusDays(days);
		if (time.filter((known) -> known.lastDay().isBefore(from)).isPresent()) {
			return new StatementMeaning(Kind.OUTDATED, one.speaksAgainst(), Optional.empty());
		}
		boolean unclear = time.filter((known) -> known.firstDay().isBefore(from)).isPresent();
		return (unclear && one.kind() != Kind.OPEN)
				? new StatementMeaning(Kind.OPEN, one.speaksAgainst(), time.map(ResultReason.UNCLEAR_DATE::reason))
				: one;
	}

	/**
	 * What a due date means: yes until a late birth, no afterwards. One farther ahead
	 * than a pregnancy lasts is an error.
	 */
	StatementMeaning dueDate(LabResult result) {
		Reason shown = AsWritten.dated(result);
		if (result.status() == Status.PRELIMINARY) {
			return StatementMeaning.open(AnswerReason.STATEMENT_PRELIMINARY.reason(shown));
		}
		Optional<ChartTime> due = due(result);
		if (due.isEmpty()) {
			return StatementMeaning.open(AnswerReason.DUE_DATE_NOT_READABLE.reason(shown));
		}
		if (due.get().lastDay().isBefore(overBefore())) {
			return new StatementMeaning(Kind.NO, true, Optional.empty());
		}
		LocalDate farthest = this.asOf.plusDays(this.criterion.withinDays());
		if (due.get().firstDay().isAfter(farthest)) {
			return StatementMeaning.open(AnswerReason.DUE_DATE_TOO_FAR.reason(shown));
		}
		boolean certain = !due.get().firstDay().isBefore(overBefore()) && !due.get().lastDay().isAfter(farthest);
		return certain ? new StatementMeaning(Kind.YES, false, Optional.empty())
				: StatementMeaning.open(AnswerReason.DUE_DATE_UNCLEAR.reason(shown));
	}

	/** A pregnancy due before this day is over. */
	private LocalDate overBefore() {
		return this.asOf.minusDays(this.criterion.due().graceDays());
	}

	/** Whether the answer was certainly given after the pregnancy of the date ended. */
	boolean isAfter(LabResult answer, LabResult dueDate) {
		return due(dueDate)
			.map((due) -> LatestStatement.time(answer)
				.firstDay()
				.isAfter(due.lastDay().plusDays(this.criterion.due().graceDays())))
			.orElse(false);
	}

	private static Optional<ChartTime> due(LabResult result) {
		return (result.value() instanceof ResultValue.Dated dated) ? dated.time() : Optional.empty();
	}

}
