package org.twitchingreference.assessment.medicines;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.assessment.results.CanonicalResult;
import org.twitchingreference.assessment.results.NewestResult;
import org.twitchingreference.assessment.results.ResultEvidence;
import org.twitchingreference.assessment.results.Results;
import org.twitchingreference.chart.Medicine.RecordedAs;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.Quantity;
import org.twitchingreference.knowledge.DoseTable;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.MedicineCriterion.DailyDoseAbove;

/**
 * Decides whether a daily dose is above the greatest that the dose table allows at this
 * patient's value (kidney function).
 */
public final class DailyDoseAboveEvaluation {

	private final Facts facts;

	private final MeasuredDoses doses;

	private final UnrecognisedMedicines unrecognised;

	public DailyDoseAboveEvaluation(Facts facts, Results results, Knowledge knowledge) {
		this.facts = facts;
		this.doses = new MeasuredDoses(facts, results, new DailyDoses(knowledge.units(), knowledge.ucum()));
		this.unrecognised = new UnrecognisedMedicines(facts);
	}

	public Outcome evaluate(DailyDoseAbove criterion) {
		CodeSet set = criterion.medicines();
		return this.unrecognised.unless(recognised(criterion), set, (fact) -> fact.mayAct()
				&& (fact.medicine().recordedAs() == RecordedAs.ORDERED || this.doses.ordered(set).isEmpty()));
	}

	private Outcome recognised(DailyDoseAbove criterion) {
		List<DailyDose> inUse = this.doses.inUse(criterion.medicines(), criterion.doses());
		if (inUse.isEmpty()) {
			return this.facts.isComplete(Part.MEDICATIONS)
					? Outcome.fails(List.of(), MedicineReason.NOT_AMONG_MEDICINES.reason())
					: Outcome.open(this.facts.doubt(Part.MEDICATIONS), List.of(),
							Gap.of(criterion.medicines().title(), CommonReason.notRead(Part.MEDICATIONS)));
		}
		return (this.doses.newest(criterion.doses()) instanceof NewestResult.Found found)
				? this.doses.agreed(criterion.doses(), found, (reading) -> above(criterion, inUse, reading))
				: this.doses.notKnown(criterion.doses(), true);
	}

	private Outcome above(DailyDoseAbove criterion, List<DailyDose> inUse, CanonicalResult reading) {
		DoseTable.Doses doses = criterion.doses().at(reading.quantity().amount());
		if (inUse.stream().anyMatch((dose) -> dose.isAbove(doses.high()))) {
			return Outcome.holds(criterion.meaning().strength(), criterion.meaning().urgency(),
					ResultEvidence.all(reading, RangeUsed.NONE, Contribution.SUPPORTS),
					CommonReason.stated(criterion.meaning().reason(),
							this.doses.reasons(criterion.doses(), doses, inUse, reading)));
		}
		List<Evidence> evidence = ResultEvidence.all(reading, RangeUsed.NONE, Contribution.CONTEXT);
		Optional<DailyDose> unclear = inUse.stream().filter((dose) -> dose.amount().isEmpty()).findFirst();
		if (unclear.isPresent()) {
			return Outcome.open(Doubt.UNDECIDED, evidence, Gap.of(unclear.get().medicine(), unclear.get().how()));
		}
		BigDecimal sum = inUse.stream()
			.flatMap((dose) -> dose.amount().stream())
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		if (sum.compareTo(doses.high()) > 0) {
			return Outcome.open(Doubt.UNDECIDED, evidence, Gap.of(criterion.medicines().title(),
					DoseReason.SEVERAL_ORDERS.reason(new Quantity(sum, criterion.doses().unit()))));
		}
		return this.facts.isComplete(Part.MEDICATIONS)
				? this.doses.fails(criterion.doses(), evidence, List.of(DoseReason.DOSE_NOT_ABOVE.reason(doses.high())))
				: Outcome.open(this.facts.doubt(Part.MEDICATIONS), evidence,
						Gap.of(criterion.medicines().title(), CommonReason.notRead(Part.MEDICATIONS)));
	}

}
