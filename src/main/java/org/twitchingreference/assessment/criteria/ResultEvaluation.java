package org.twitchingreference.assessment.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.assessment.results.CanonicalResult;
import org.twitchingreference.assessment.results.NewestResult;
import org.twitchingreference.assessment.results.ResultEvidence;
import org.twitchingreference.assessment.results.ResultReason;
import org.twitchingreference.assessment.results.Results;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.ResultCriterion.Comparison;
import org.twitchingreference.knowledge.ResultCriterion.ResultIs;
import org.twitchingreference.knowledge.ResultCriterion.ResultNear;
import org.twitchingreference.knowledge.Urgency;

/** Decides conditions on results. */
final class ResultEvaluation {

	private final Facts facts;

	private final Results results;

	private final SingleResultEvaluation readings;

	ResultEvaluation(Facts facts, Results results, SingleResultEvaluation readings) {
		this.facts = facts;
		this.results = results;
		this.readings = readings;
	}

	Outcome evaluate(ResultIs criterion) {
		NewestResult newest = newest(criterion);
		if (criterion.comparison() == Comparison.PRESENT) {
			return present(criterion, newest);
		}
		if (newest instanceof NewestResult.Missing missing) {
			return missing.partly()
				.filter((partly) -> criterion.comparison() != Comparison.THRESHOLD)
				.flatMap((partly) -> flagged(criterion, partly))
				.orElseGet(() -> Outcome.open(missing.doubt(), ResultEvidence.unused(missing.shown()), missing.gap()));
		}
		List<Outcome> outcomes = ((NewestResult.Found) newest).readings()
			.stream()
			.map((reading) -> this.readings.evaluate(criterion, reading))
			.toList();
		boolean agree = outcomes.stream().map(Outcome::truth).distinct().count() == 1;
		Outcome merged = Outcome.merge(outcomes.get(0).truth(), outcomes);
		return agree ? merged : Outcome.open(Doubt.UNDECIDED, merged.evidence(),
				Gap.of(criterion.analyte().title(), ResultReason.RESULTS_DISAGREE.reason()));
	}

	/**
	 * What the report's own flags decide where values cannot be used: they may make a
	 * condition hold, never fail.
	 */
	private Optional<Outcome> flagged(ResultIs criterion, NewestResult.PartlyUnderstood partly) {
		List<Outcome> outcomes = new ArrayList<>();
		partly.readings().forEach((reading) -> outcomes.add(this.readings.range(criterion, reading)));
		partly.unread().forEach((result, why) -> outcomes.add(this.readings.flagged(criterion, result, why)));
		return outcomes.stream().allMatch((outcome) -> outcome.is(Truth.HOLDS))
				? Optional.of(Outcome.merge(Truth.HOLDS, outcomes)) : Optional.empty();
	}

	/**
	 * Whether one rests on a result that is certainly newer than all results of the
	 * other.
	 */
	boolean isNewer(ResultIs one, ResultIs other) {
		List<ChartTime> others = newest(other).times();
		return newest(one).times()
			.stream()
			.anyMatch((time) -> others.stream().allMatch((earlier) -> earlier.isBefore(time)));
	}

	private NewestResult newest(ResultIs criterion) {
		return this.results.newest(criterion.analyte(), criterion.withinDays());
	}

	private Outcome present(ResultIs criterion, NewestResult newest) {
		if (newest instanceof NewestResult.Found found) {
			List<Evidence> there = found.readings()
				.stream()
				.map((reading) -> ResultEvidence.of(reading.result(), Contribution.CONTEXT))
				.toList();
			return Outcome.holds(criterion.meaning().strength(), Urgency.ROUTINE, there,
					CommonReason.stated(criterion.meaning().reason()));
		}
		NewestResult.Missing missing = (NewestResult.Missing) newest;
		return (missing.doubt() == Doubt.NOT_READ) ? notRead(criterion.analyte()) : Outcome.FAILS;
	}

	/** Without a newest result of the other analyte, nothing can be near it. */
	Outcome near(ResultNear criterion) {
		NewestResult newest = this.results.newest(criterion.other(), criterion.withinDays());
		boolean near = newest instanceof NewestResult.Found found && found.readings()
			.stream()
			.allMatch((reading) -> isNear(criterion.analyte(), reading, criterion.hours()));
		if (near) {
			return Outcome.holds(criterion.meaning().strength(), Urgency.ROUTINE, List.of(),
					CommonReason.stated(criterion.meaning().reason()));
		}
		return this.facts.isComplete(Part.LABORATORY) ? Outcome.FAILS : notRead(criterion.analyte());
	}

	private boolean isNear(Analyte analyte, CanonicalResult reading, int hours) {
		return !this.results.near(analyte, reading.result().time().orElseThrow(), hours).isEmpty();
	}

	private static Outcome notRead(Analyte analyte) {
		return Outcome.open(Doubt.PRESENCE_NOT_READ, List.of(),
				Gap.of(analyte.title(), CommonReason.notRead(Part.LABORATORY)));
	}

}
