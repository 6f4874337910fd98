package org.twitchingreference.assessment.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.facts.Age;
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
import org.twitchingreference.assessment.results.RangeJudge;
import org.twitchingreference.assessment.results.RangeReason;
import org.twitchingreference.assessment.results.ResultEvidence;
import org.twitchingreference.assessment.results.ResultReason;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Analyte.Threshold;
import org.twitchingreference.knowledge.ResultCriterion.Comparison;
import org.twitchingreference.knowledge.ResultCriterion.ResultIs;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;

/**
 * Decides conditions on results for a single result in the canonical unit of its analyte.
 */
final class SingleResultEvaluation {

	private final Facts facts;

	private final RangeJudge judge;

	private final Age age;

	SingleResultEvaluation(Facts facts, RangeJudge judge, Age age) {
		this.facts = facts;
		this.judge = judge;
		this.age = age;
	}

	/** For a value that cannot be read: by the report's own flag. */
	Outcome flagged(ResultIs criterion, LabResult result, Reason why) {
		Judgement judgement = this.judge.flagged(result, why);
		Reason reason = RangeReason.JUDGED.reason(criterion.analyte().title(), judgement.why());
		Evidence evidence = ResultEvidence.of(result, judgement.range(), Contribution.SUPPORTS);
		return (judgement.agrees(criterion.comparison()) == Truth.HOLDS)
				? Outcome.holds(criterion.meaning().strength().map((strength) -> Strength.POSSIBLE), Urgency.ROUTINE,
						List.of(evidence), CommonReason.stated(criterion.meaning().reason(), List.of(reason)))
				: open(Doubt.UNDECIDED, List.of(evidence), criterion, why);
	}

	Outcome evaluate(ResultIs criterion, CanonicalResult reading) {
		return (criterion.comparison() == Comparison.THRESHOLD) ? threshold(criterion, reading)
				: range(criterion, reading);
	}

	Outcome range(ResultIs criterion, CanonicalResult reading) {
		Judgement judgement = this.judge.judge(reading);
		Reason reason = RangeReason.JUDGED.reason(reading.analyte().title(), judgement.why());
		return switch (judgement.agrees(criterion.comparison())) {
			case HOLDS -> holds(criterion, reading, judgement, reason);
			case FAILS -> fails(criterion, reading, judgement.range(), List.of(reason));
			case OPEN, ASK ->
				open(Doubt.UNDECIDED, List.of(ResultEvidence.of(reading, judgement.range(), Contribution.CONTEXT)),
						criterion, judgement.why());
		};
	}

	private Outcome threshold(ResultIs criterion, CanonicalResult reading) {
		Threshold threshold = criterion.threshold().orElseThrow();
		Judgement judgement = this.judge.judge(reading);
		if (this.age.isChild() && judgement.side() == Side.OPEN) {
			return open(Doubt.UNDECIDED, List.of(ResultEvidence.of(reading, RangeUsed.NONE, Contribution.CONTEXT)),
					criterion, ResultReason.LIMITS_FOR_ADULTS.reason());
		}
		Optional<Boolean> reached = Limits.reaches(reading, threshold);
		if (reached.isEmpty()) {
			return open(Doubt.UNDECIDED, List.of(ResultEvidence.of(reading, judgement.range(), Contribution.CONTEXT)),
					criterion, ResultReason.COMPARATOR_LEAVES_OPEN.reason());
		}
		Reason limit = ResultReason.limit(threshold, reading);
		return reached.get()
				? holds(criterion, reading, judgement.reaching(threshold),
						RangeReason.JUDGED.reason(reading.analyte().title(), limit))
				: fails(criterion, reading, judgement.range(), List.of());
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
				ResultEvidence.all(reading, judgement.range(), Contribution.SUPPORTS),
				reasons.stream().distinct().toList());
	}

	/** Adds the reason, unless the condition is about that limit itself. */
	private static void addNew(List<Reason> reasons, Reason reason) {
		if (reasons.stream().noneMatch((known) -> known.is(RangeReason.JUDGED) && known.arguments().contains(reason))) {
			reasons.add(reason);
		}
	}

	private Outcome fails(ResultIs criterion, CanonicalResult reading, RangeUsed range, List<Reason> reasons) {
		Optional<Part> unread = this.facts.unread(reading.analyte());
		if (unread.isPresent()) {
			return open(Doubt.NOT_READ, ResultEvidence.all(reading, range, Contribution.CONTEXT), criterion,
					ResultReason.UNLESS_NEWER_RESULT.reason(CommonReason.notRead(unread.get())));
		}
		if (!reading.normalSaysSomething()) {
			return open(Doubt.UNDECIDED, ResultEvidence.all(reading, range, Contribution.CONTEXT), criterion,
					reading.remark().orElseThrow());
		}
		return Outcome.fails(ResultEvidence.all(reading, range, Contribution.ARGUES_AGAINST), reasons);
	}

	private static Outcome open(Doubt doubt, List<Evidence> evidence, ResultIs criterion, Reason why) {
		return Outcome.open(doubt, evidence, Gap.of(criterion.analyte().title(), why));
	}

}
