package org.twitchingreference.assessment.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.facts.Age;
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
import org.twitchingreference.assessment.results.CanonicalResult;
import org.twitchingreference.assessment.results.Judgement;
import org.twitchingreference.assessment.results.Judgement.Side;
import org.twitchingreference.assessment.results.Limits;
import org.twitchingreference.assessment.results.NewestResult;
import org.twitchingreference.assessment.results.RangeJudge;
import org.twitchingreference.assessment.results.RangeReason;
import org.twitchingreference.assessment.results.ReportFlags;
import org.twitchingreference.assessment.results.ResultReason;
import org.twitchingreference.assessment.results.Results;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Analyte.Threshold;
import org.twitchingreference.knowledge.ResultCriterion.Comparison;
import org.twitchingreference.knowledge.ResultCriterion.ResultIs;
import org.twitchingreference.knowledge.ResultCriterion.ResultNear;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;

/** Decides conditions on results. */
final class ResultEvaluation {

	private final Facts facts;

	private final Results results;

	private final RangeJudge judge;

	private final Age age;

	ResultEvaluation(Facts facts, Results results, RangeJudge judge, Age age) {
		this.facts = facts;
		this.results = results;
		this.judge = judge;
		this.age = age;
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
				.orElseGet(() -> Outcome.open(missing.doubt(), evidence(missing.shown()), missing.gap()));
		}
		List<Outcome> outcomes = ((NewestResult.Found) newest).readings()
			.stream()
			.map((reading) -> evaluate(criterion, reading))
			.toList();
		boolean agree = outcomes.stream().map(Outcome::truth).distinct().count() == 1;
		Outcome merged = Outcome.merge(outcomes.get(0).truth(), outcomes);
		return agree ? merged
				: open(Doubt.UNDECIDED, merged.evidence(), criterion, ResultReason.RESULTS_DISAGREE.reason());
	}

	/**
	 * What the report's own flags say if values cannot be used; they never lead to a no.
	 */
	private Optional<Outcome> flagged(ResultIs criterion, NewestResult.Partly partly) {
		List<Outcome> outcomes = new ArrayList<>();
		partly.readings().forEach((reading) -> outcomes.add(range(criterion, reading)));
		partly.unread().forEach((result, why) -> outcomes.add(flagged(criterion, result, why)));
		return outcomes.stream().allMatch((outcome) -> outcome.is(Truth.HOLDS))
				? Optional.of(Outcome.merge(Truth.HOLDS, outcomes)) : Optional.empty();
	}

	private Outcome flagged(ResultIs criterion, LabResult result, Reason why) {
		Judgement judgement = this.judge.flagged(result, why);
		Reason reason = RangeReason.JUDGED.reason(criterion.analyte().title(), judgement.why());
		Evidence evidence = evidence(result, judgement.range(), Contribution.SUPPORTS, Optional.empty());
		return (truth(criterion.comparison(), judgement.side()) == Truth.HOLDS)
				? Outcome.holds(criterion.meaning().strength().map((strength) -> Strength.POSSIBLE), Urgency.ROUTINE,
						List.of(evidence), CommonReason.stated(criterion.meaning().reason(), List.of(reason)))
				: open(Doubt.UNDECIDED, List.of(evidence), criterion, why);
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
				.map((reading) -> evidence(reading.result(), Contribution.CONTEXT))
				.toList();
			return Outcome.holds(criterion.meaning().strength(), Urgency.ROUTINE, there,
					CommonReason.stated(criterion.meaning().reason()));
		}
		NewestResult.Missing missing = (NewestResult.Missing) newest;
		return (missing.doubt() == Doubt.NOT_READ)
				? open(Doubt.PRESENCE_NOT_READ, List.of(), criterion, CommonReason.notRead(Part.LABORATORY))
				: Outcome.FAILS;
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
		return this.facts.isComplete(Part.LABORATORY) ? Outcome.FAILS
				: open(Doubt.PRESENCE_NOT_READ, List.of(), criterion.analyte(), CommonReason.notRead(Part.LABORATORY));
	}

	private boolean isNear(Analyte analyte, CanonicalResult reading, int hours) {
		return !this.results.near(analyte, reading.result().time().orElseThrow(), hours).isEmpty();
	}

	private Outcome evaluate(ResultIs criterion, CanonicalResult reading) {
		return (criterion.comparison() == Comparison.THRESHOLD) ? threshold(criterion, reading)
				: range(criterion, reading);
	}

	private Outcome range(ResultIs criterion, CanonicalResult reading) {
		Judgement judgement = this.judge.judge(reading);
		Truth truth = truth(criterion.comparison(), judgement.side());
		Reason reason = RangeReason.JUDGED.reason(reading.analyte().title(), judgement.why());
		return switch (truth) {
			case HOLDS -> holds(criterion, reading, judgement, reason);
			case FAILS -> fails(criterion, reading, judgement.range(), List.of(reason));
			case OPEN, ASK -> open(Doubt.UNDECIDED, List.of(evidence(reading, judgement.range(), Contribution.CONTEXT)),
					criterion, judgement.why());
		};
	}

	private Outcome threshold(ResultIs criterion, CanonicalResult reading) {
		Threshold threshold = criterion.threshold().orElseThrow();
		Judgement judgement = this.judge.judge(reading);
		if (isChildWithoutRange(judgement)) {
			return open(Doubt.UNDECIDED, List.of(evidence(reading, RangeUsed.NONE, Contribution.CONTEXT)), criterion,
					ResultReason.LIMITS_FOR_ADULTS.reason());
		}
		Optional<Boolean> reached = Limits.reaches(reading, threshold);
		if (reached.isEmpty()) {
			return open(Doubt.UNDECIDED, List.of(evidence(reading, judgement.range(), Contribution.CONTEXT)), criterion,
					ResultReason.COMPARATOR_LEAVES_OPEN.reason());
		}
		Reason limit = ResultReason.limit(threshold, reading);
		return reached.get()
				? holds(criterion, reading, reached(judgement, threshold),
						RangeReason.JUDGED.reason(reading.analyte().title(), limit))
				: fails(criterion, reading, judgement.range(), List.of());
	}

	private boolean isChildWithoutRange(Judgement judgement) {
		return this.age.isChild() && judgement.side() == Side.OPEN;
	}

	private static Truth truth(Comparison comparison, Side side) {
		boolean low = comparison != Comparison.ABOVE_RANGE;
		boolean high = comparison != Comparison.BELOW_RANGE;
		return switch (side) {
			case BELOW -> low ? Truth.HOLDS : Truth.FAILS;
			case ABOVE -> high ? Truth.HOLDS : Truth.FAILS;
			case WITHIN -> Truth.FAILS;
			case NOT_BELOW -> high ? Truth.OPEN : Truth.FAILS;
			case NOT_ABOVE -> low ? Truth.OPEN : Truth.FAILS;
			case OPEN -> Truth.OPEN;
		};
	}

	private static Judgement reached(Judgement judgement, Threshold threshold) {
		return new Judgement(threshold.below() ? Side.BELOW : Side.ABOVE, judgement.range(), judgement.why(), false);
	}

	/**
	 * Just outside its range is possible evidence, unless it reaches a limit for action.
	 */
	private static Optional<Strength> strength(ResultIs criterion, Judgement judgement, Urgency urgency) {
		return criterion.meaning()
			.strength()
			.map((strength) -> (judgement.justOutside() && urgency == Urgency.ROUTINE && strength == Strength.STRONG)
					? Strength.POSSIBLE : strength);
	}

	private Outcome holds(ResultIs criterion, CanonicalResult reading, Judgement judgement, Reason reason) {
		List<Reason> reasons = new ArrayList<>(CommonReason.stated(criterion.meaning().reason(), List.of(reason)));
		this.facts.unread(reading.analyte())
			.ifPresent((part) -> reasons.add(ResultReason.NEWER_RESULT_POSSIBLE.reason(CommonReason.notRead(part))));
		Urgency urgency = Urgency.ROUTINE;
		for (Threshold threshold : reading.analyte().thresholds().values()) {
			boolean sameSide = threshold.below() == (judgement.side() == Side.BELOW);
			if (sameSide && threshold.urgency().isPresent()
					&& Limits.reaches(reading, threshold).filter(Boolean::booleanValue).isPresent()) {
				urgency = urgency.or(threshold.urgency().get());
				addNew(reasons, ResultReason.limit(threshold, reading));
			}
		}
		return Outcome.holds(strength(criterion, judgement, urgency), urgency,
				all(reading, judgement.range(), Contribution.SUPPORTS), reasons.stream().distinct().toList());
	}

	/** Unless the condition itself is about that limit and says so already. */
	private static void addNew(List<Reason> reasons, Reason reason) {
		if (reasons.stream().noneMatch((known) -> known.is(RangeReason.JUDGED) && known.arguments().contains(reason))) {
			reasons.add(reason);
		}
	}

	private Outcome fails(ResultIs criterion, CanonicalResult reading, RangeUsed range, List<Reason> reasons) {
		Optional<Part> unread = this.facts.unread(reading.analyte());
		if (unread.isPresent()) {
			return open(Doubt.NOT_READ, all(reading, range, Contribution.CONTEXT), criterion,
					ResultReason.UNLESS_NEWER_RESULT.reason(CommonReason.notRead(unread.get())));
		}
		if (!reading.normalSaysSomething()) {
			return open(Doubt.UNDECIDED, all(reading, range, Contribution.CONTEXT), criterion,
					reading.remark().orElseThrow());
		}
		return Outcome.fails(all(reading, range, Contribution.ARGUES_AGAINST), reasons);
	}

	private static Outcome open(Doubt doubt, List<Evidence> evidence, ResultIs criterion, Reason why) {
		return open(doubt, evidence, criterion.analyte(), why);
	}

	private static Outcome open(Doubt doubt, List<Evidence> evidence, Analyte analyte, Reason why) {
		return Outcome.open(doubt, evidence, Gap.of(analyte.title(), why));
	}

	/** The result a reading rests on, and those it is computed with. */
	static List<Evidence> all(CanonicalResult reading, RangeUsed range, Contribution contribution) {
		List<Evidence> all = new ArrayList<>(List.of(evidence(reading, range, contribution)));
		reading.others()
			.forEach((other) -> all.add(evidence(other, RangeUsed.NONE, Contribution.CONTEXT, Optional.empty())));
		return all;
	}

	private static Evidence evidence(CanonicalResult reading, RangeUsed range, Contribution contribution) {
		return evidence(reading.result(), range, contribution, reading.remark());
	}

	/** A result as reported, with its flags. */
	static Evidence evidence(LabResult result, Contribution contribution) {
		return evidence(result, ReportFlags.shown(result), contribution, Optional.empty());
	}

	/** Results that exist but could not be used. */
	static List<Evidence> evidence(List<LabResult> results) {
		return results.stream()
			.map((result) -> evidence(result, ReportFlags.shown(result), Contribution.CONTEXT, Optional.empty()))
			.toList();
	}

	private static Evidence evidence(LabResult result, RangeUsed range, Contribution contribution,
			Optional<Reason> remark) {
		return new Evidence(result.reference(), result.name(), result.value().shown(), AsWritten.unit(result),
				result.time(), range, contribution, remark);
	}

}
