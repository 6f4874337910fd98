package org.twitchingreference.assessment.criteria;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.twitchingreference.assessment.results.ResultUse;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Reason;

/**
 * What the newest of several statements in the chart (answers, due dates, tests) means on
 * the day of assessment, with the results that say so. Statements whose order in time is
 * unclear must all agree.
 */
record LatestStatement(Kind kind, List<LabResult> by, Optional<Reason> why) {

	LatestStatement {
		by = List.copyOf(by);
	}

	/**
	 * The newest of the statements. One without a time may be the newest, so it overrides
	 * a no, unless it is a no itself.
	 */
	static LatestStatement newest(List<LabResult> statements, LocalDate asOf,
			Function<LabResult, StatementMeaning> reading) {
		ResultUse use = new ResultUse(asOf);
		List<LabResult> counting = statements.stream()
			.filter((one) -> one.status().isReported() && ResultUse.hasValue(one))
			.toList();
		List<LabResult> placed = counting.stream().filter((one) -> one.time().filter(use::isPast).isPresent()).toList();
		LatestStatement newest = agreed(newest(placed), reading);
		List<LabResult> unplaced = counting.stream()
			.filter((one) -> !placed.contains(one) && !reading.apply(one).speaksAgainst())
			.toList();
		boolean decided = newest.kind == Kind.YES || newest.kind == Kind.OPEN;
		return (decided || unplaced.isEmpty()) ? newest
				: new LatestStatement(Kind.OPEN, unplaced, Optional.of(ResultUse.whyNotPlaced(unplaced.get(0))));
	}

	private static List<LabResult> newest(List<LabResult> placed) {
		return placed.stream()
			.filter((one) -> placed.stream().noneMatch((other) -> time(one).isBefore(time(other))))
			.toList();
	}

	static ChartTime time(LabResult statement) {
		return statement.time().orElseThrow();
	}

	private static LatestStatement agreed(List<LabResult> newest, Function<LabResult, StatementMeaning> reading) {
		List<StatementMeaning> meanings = newest.stream().map(reading).toList();
		Set<Kind> kinds = meanings.stream().map(StatementMeaning::kind).collect(Collectors.toSet());
		if (kinds.contains(Kind.OPEN)) {
			return new LatestStatement(Kind.OPEN, newest,
					meanings.stream().flatMap((one) -> one.why().stream()).findFirst());
		}
		if (kinds.contains(Kind.YES)) {
			return (kinds.size() == 1) ? new LatestStatement(Kind.YES, newest, Optional.empty())
					: new LatestStatement(Kind.OPEN, newest, Optional.of(AnswerReason.RECORDED_DIFFERENTLY.reason()));
		}
		if (kinds.contains(Kind.NO)) {
			return new LatestStatement(Kind.NO, newest, Optional.empty());
		}
		return new LatestStatement(newest.isEmpty() ? Kind.NOTHING : Kind.OUTDATED, newest, Optional.empty());
	}

	boolean is(Kind expected) {
		return this.kind == expected;
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "LatestStatement[" + this.kind + "]";
	}

	/** What one statement says about the present. */
	enum Kind {

		YES, NO, OPEN,
		/** Too old to count. */
		OUTDATED, NOTHING

	}

	/**
	 * One statement: what it means now, whether it said no in its time, and why it is
	 * open.
	 */
	record StatementMeaning(Kind kind, boolean speaksAgainst, Optional<Reason> why) {

		static StatementMeaning open(Reason why) {
			return new StatementMeaning(Kind.OPEN, false, Optional.of(why));
		}

	}

}
