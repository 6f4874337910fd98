package org.twitchingreference.assessment.medicines;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.MedicineFact;
import org.twitchingreference.assessment.facts.MedicineUse;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.assessment.results.CanonicalResult;
import org.twitchingreference.assessment.results.NewestResult;
import org.twitchingreference.assessment.results.ResultEvidence;
import org.twitchingreference.assessment.results.ResultReason;
import org.twitchingreference.assessment.results.Results;
import org.twitchingreference.chart.Medicine.RecordedAs;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.Quantity;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.DoseTable;

/** Daily doses in use beside the newest result of the measure they depend on. */
final class MeasuredDoses {

	private final Facts facts;

	private final Results results;

	private final DailyDoses dailyDoses;

	MeasuredDoses(Facts facts, Results results, DailyDoses dailyDoses) {
		this.facts = facts;
		this.results = results;
		this.dailyDoses = dailyDoses;
	}

	/**
	 * The daily dose of each order of these medicines in use; without orders, of every
	 * other sign of use, and those say no amount.
	 */
	List<DailyDose> inUse(CodeSet medicines, DoseTable table) {
		List<MedicineFact> ordered = ordered(medicines);
		List<MedicineFact> others = this.facts.medicines()
			.stream()
			.filter((fact) -> fact.isInUse(medicines) || fact.is(MedicineUse.UNKNOWN, medicines))
			.toList();
		return (ordered.isEmpty() ? others : ordered).stream().map((fact) -> dose(fact, table)).toList();
	}

	private DailyDose dose(MedicineFact fact, DoseTable table) {
		boolean inDoubt = fact.medicine().recordedAs() == RecordedAs.ORDERED && fact.usage() == MedicineUse.UNKNOWN;
		return inDoubt ? DailyDose.unclear(fact.medicine().name(), MedicineOutcomes.whyUnknown(List.of(fact)))
				: this.dailyDoses.of(fact.medicine(), table.unit());
	}

	/** The orders in use. */
	List<MedicineFact> ordered(CodeSet medicines) {
		return this.facts.medicines()
			.stream()
			.filter((fact) -> fact.medicine().recordedAs() == RecordedAs.ORDERED && fact.isInUse(medicines))
			.toList();
	}

	/** The newest result of what the doses depend on. */
	NewestResult newest(DoseTable table) {
		return this.results.newest(table.measure());
	}

	/**
	 * The outcome for the newest results; open where several of them lead to different
	 * outcomes.
	 */
	Outcome agreed(DoseTable table, NewestResult.Found found, Function<CanonicalResult, Outcome> decide) {
		List<Outcome> outcomes = found.readings().stream().map(decide).toList();
		Outcome merged = Outcome.merge(outcomes.get(0).truth(), outcomes);
		boolean agree = outcomes.stream().map(Outcome::truth).distinct().count() == 1;
		return agree ? merged : Outcome.open(Doubt.UNDECIDED, merged.evidence(),
				Gap.of(table.measure().title(), ResultReason.RESULTS_DISAGREE.reason()));
	}

	/**
	 * That the measured value is not known, and why; named as needed where a dose depends
	 * on it now.
	 */
	Outcome notKnown(DoseTable table, boolean needed) {
		NewestResult.Missing missing = (NewestResult.Missing) newest(table);
		Gap gap = needed ? Gap.of(table.measure().title(),
				DoseReason.NOT_CALCULABLE.reason(missing.gap().what(), missing.gap().why())) : missing.gap();
		return Outcome.open(missing.doubt(), ResultEvidence.unused(missing.shown()), gap);
	}

	/** A no needs all of what the measure is computed from. */
	Outcome fails(DoseTable table, List<Evidence> evidence, List<Reason> reasons) {
		return this.facts.unread(table.measure())
			.map((part) -> Outcome.open(Doubt.NOT_READ, evidence,
					Gap.of(table.measure().title(),
							ResultReason.UNLESS_NEWER_RESULT.reason(CommonReason.notRead(part)))))
			.orElseGet(() -> Outcome.fails(evidence, reasons));
	}

	/** The doses that the label gives, and how the doses in use relate to them. */
	List<Reason> reasons(DoseTable table, DoseTable.Doses doses, List<DailyDose> inUse, CanonicalResult reading) {
		List<Reason> reasons = new ArrayList<>();
		reasons.add(DoseReason.LABEL_GIVES.reason(table.measure().title(), reading.quantity(), doses.low(),
				new Quantity(doses.high(), table.unit()), doses.timesADay()));
		inUse.forEach((dose) -> reasons.add(relation(dose, doses).reason(dose.medicine(), dose.how())));
		this.facts.unread(table.measure())
			.ifPresent((part) -> reasons.add(ResultReason.NEWER_RESULT_POSSIBLE.reason(CommonReason.notRead(part))));
		return reasons;
	}

	private static DoseReason relation(DailyDose dose, DoseTable.Doses doses) {
		if (dose.amount().isEmpty()) {
			return DoseReason.DOSE_OF;
		}
		return dose.isAbove(doses.high()) ? DoseReason.DOSE_ABOVE_LABEL
				: dose.isBelow(doses.low()) ? DoseReason.DOSE_BELOW_LABEL : DoseReason.DOSE_WITHIN_LABEL;
	}

}
