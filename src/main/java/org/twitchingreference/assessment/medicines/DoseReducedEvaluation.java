package org.twitchingreference.assessment.medicines;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.assessment.results.CanonicalResult;
import org.twitchingreference.assessment.results.NewestResult;
import org.twitchingreference.assessment.results.ResultEvidence;
import org.twitchingreference.assessment.results.Results;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.DoseTable;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.MedicineCriterion.DoseReduced;
import org.twitchingreference.knowledge.Urgency;

/** Decides whether a measure of the chart calls for less than the usual daily dose. */
public final class DoseReducedEvaluation {

	private final MeasuredDoses doses;

	public DoseReducedEvaluation(Facts facts, Results results, Knowledge knowledge) {
		this.doses = new MeasuredDoses(facts, results, new DailyDoses(knowledge.units(), knowledge.ucum()));
	}

	/**
	 * Takes the function that decides the inner condition, which counts when the measured
	 * value is not known.
	 */
	public Outcome evaluate(DoseReduced criterion, Function<DoseReduced, Outcome> otherwise) {
		List<DailyDose> inUse = this.doses.inUse(criterion.medicines(), criterion.doses());
		return (this.doses.newest(criterion.doses()) instanceof NewestResult.Found found)
				? this.doses.agreed(criterion.doses(), found, (reading) -> reduced(criterion, inUse, reading))
				: otherwise(criterion, inUse, otherwise.apply(criterion));
	}

	private Outcome reduced(DoseReduced criterion, List<DailyDose> inUse, CanonicalResult reading) {
		DoseTable.Doses doses = criterion.doses().at(reading.quantity().amount());
		if (!doses.reduced()) {
			return this.doses.fails(criterion.doses(),
					ResultEvidence.all(reading, RangeUsed.NONE, Contribution.ARGUES_AGAINST), List.of());
		}
		return Outcome.holds(criterion.meaning().strength(), urgency(criterion, inUse),
				ResultEvidence.all(reading, RangeUsed.NONE, Contribution.SUPPORTS), CommonReason.stated(
						criterion.meaning().reason(), this.doses.reasons(criterion.doses(), doses, inUse, reading)));
	}

	private Outcome otherwise(DoseReduced criterion, List<DailyDose> inUse, Outcome other) {
		Outcome own = this.doses.notKnown(criterion.doses(), !inUse.isEmpty());
		if (!other.is(Truth.HOLDS)) {
			return other.is(Truth.OPEN) ? Outcome.merge(Truth.OPEN, List.of(own, other)) : own;
		}
		List<Reason> reasons = new ArrayList<>(CommonReason.stated(criterion.meaning().reason()));
		reasons.addAll(own.reasons());
		reasons.addAll(other.reasons());
		inUse.forEach((dose) -> reasons.add(DoseReason.DOSE_OF.reason(dose.medicine(), dose.how())));
		List<Evidence> evidence = new ArrayList<>(other.evidence());
		own.evidence().stream().filter((one) -> !evidence.contains(one)).forEach(evidence::add);
		return Outcome.holds(criterion.meaning().strength(), urgency(criterion, inUse).or(other.urgency()), evidence,
				reasons);
	}

	private static Urgency urgency(DoseReduced criterion, List<DailyDose> inUse) {
		boolean unclear = inUse.stream().anyMatch((dose) -> dose.amount().isEmpty());
		return unclear ? criterion.meaning().urgency() : Urgency.ROUTINE;
	}

}
