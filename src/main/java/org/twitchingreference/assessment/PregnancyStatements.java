package org.twitchingreference.assessment;

import java.time.LocalDate;
import java.util.Optional;

import org.twitchingreference.assessment.Stated.Kind;
import org.twitchingreference.assessment.Stated.One;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.LabResult.Status;
import org.twitchingreference.chart.ResultValue;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.knowledge.Criterion.PregnancyRecorded;
import org.twitchingreference.knowledge.Criterion.PregnancyRecorded.Answers;

/** What a single answer about pregnancy, or a single due date, says of one day. */
final class PregnancyStatements {

	private static final String TWO_WAYS = "its codes say different things";

	private final PregnancyRecorded criterion;

	private final LocalDate asOf;

	PregnancyStatements(PregnancyRecorded criterion, LocalDate asOf) {
		this.criterion = criterion;
		this.asOf = asOf;
	}

	/** What an answer to the question says; a no says it for fewer days than others. */
	One answer(LabResult result) {
		boolean against = result.status() == Status.VALID && isNo(result);
		int days = isNo(result) ? this.criterion.answers().noDays() : this.criterion.withinDays();
		return placed(meant(result, against), result.time(), days);
	}

	private One meant(LabResult result, boolean against) {
		String shown = Words.value(result) + Words.dated(result.time());
		if (result.status() == Status.PRELIMINARY) {
			return One.open(shown + " is preliminary");
		}
		if (!(result.value() instanceof ResultValue.Coded coded)) {
			return One.open(shown + " is no coded answer");
		}
		Answers answers = this.criterion.answers();
		boolean yes = answers.yes().containsAny(coded.codes());
		boolean open = answers.open().containsAny(coded.codes());
		if (against) {
			return new One(Kind.NO, true, "");
		}
		if (yes && !open && !answers.no().containsAny(coded.codes())) {
			return new One(Kind.YES, false, "");
		}
		boolean known = yes || open || answers.no().containsAny(coded.codes());
		return One.open(shown + ": "
				+ (!known ? "not an answer that is known" : (open && !yes) ? "which leaves it open" : TWO_WAYS));
	}

	/** Whether a no and nothing else is among the codes. */
	private boolean isNo(LabResult result) {
		Answers answers = this.criterion.answers();
		return result.value() instanceof ResultValue.Coded coded && answers.no().containsAny(coded.codes())
				&& !answers.yes().containsAny(coded.codes()) && !answers.open().containsAny(coded.codes());
	}

	private One placed(One one, Optional<ChartTime> time, int days) {
		LocalDate from = this.asOf.minusDays(days);
		if (time.filter((known) -> known.lastDay().isBefore(from)).isPresent()) {
			return new One(Kind.OUTDATED, one.speaksAgainst(), "");
		}
		boolean unclear = time.filter((known) -> known.firstDay().isBefore(from)).isPresent();
		return (unclear && one.kind() != Kind.OPEN) ? new One(Kind.OPEN, one.speaksAgainst(),
				"its date (" + Words.day(time.orElseThrow()) + ") does not say whether it is recent") : one;
	}

	/**
	 * What a due date says: yes until a late birth, no after it. One farther ahead than a
	 * pregnancy lasts is a slip.
	 */
	One dueDate(LabResult result) {
		String shown = Words.value(result) + Words.dated(result.time());
		if (result.status() == Status.PRELIMINARY) {
			return One.open(shown + " is preliminary");
		}
		Optional<ChartTime> due = due(result);
		if (due.isEmpty()) {
			return One.open(shown + " is no date that can be read");
		}
		if (due.get().lastDay().isBefore(overBefore())) {
			return new One(Kind.NO, true, "");
		}
		LocalDate farthest = this.asOf.plusDays(this.criterion.withinDays());
		if (due.get().firstDay().isAfter(farthest)) {
			return One.open(shown + " is farther ahead than a pregnancy lasts");
		}
		boolean certain = !due.get().firstDay().isBefore(overBefore()) && !due.get().lastDay().isAfter(farthest);
		return certain ? new One(Kind.YES, false, "") : One.open(shown + " does not say whether it is past");
	}

	/** A pregnancy due before this day is over. */
	private LocalDate overBefore() {
		return this.asOf.minusDays(this.criterion.due().graceDays());
	}

	/** Whether the answer was certainly given after the pregnancy of the date ended. */
	boolean isAfter(LabResult answer, LabResult dueDate) {
		return due(dueDate)
			.map((due) -> Stated.time(answer)
				.firstDay()
				.isAfter(due.lastDay().plusDays(this.criterion.due().graceDays())))
			.orElse(false);
	}

	private static Optional<ChartTime> due(LabResult result) {
		return (result.value() instanceof ResultValue.Dated dated) ? dated.time() : Optional.empty();
	}

}
