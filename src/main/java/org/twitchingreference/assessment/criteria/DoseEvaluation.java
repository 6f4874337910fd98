package org.twitchingreference.assessment.criteria;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Facts.MedicineFact;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.MedicineUse;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.assessment.results.CanonicalResult;
import org.twitchingreference.assessment.results.NewestResult;
import org.twitchingreference.assessment.results.ResultReason;
import org.twitchingreference.assessment.results.Results;
import org.twitchingreference.chart.Medicine.Source;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.Quantity;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.DoseTable;
import org.twitchingreference.knowledge.MedicineCriterion.DailyDoseAbove;
import org.twitchingreference.knowledge.MedicineCriterion.DoseReduced;
import org.twitchingreference.knowledge.Urgency;

/** Decides conditions on daily doses by what the dose depends on. */
final class DoseEvaluation {

	private final Facts facts;

	private final Results results;

	private final DailyDoses dailyDoses;

	private final UnrecognisedMedicines unrecognised;

	DoseEvaluation(Facts facts, Results results, DailyDoses dailyDoses) {
		this.facts = facts;
		this.results = results;
		this.dailyDoses = dailyDoses;
		this.unrecognised = new UnrecognisedMedicines(facts);
	}

	Outcome above(DailyDoseAbove criterion) {
		CodeSet set = criterion.medicines();
		return this.unrecognised.unless(recognised(criterion), set,
				(fact) -> fact.mayAct() && (fact.medicine().source() == Source.ORDERED || ordered(set).isEmpty()));
	}

	private Outcome recognised(DailyDoseAbove criterion) {
		List<DailyDose> inUse = inUse(criterion.medicines(), criterion.doses());
		if (inUse.isEmpty()) {
			return this.facts.isComplete(Part.MEDICATIONS)
					? Outcome.fails(List.of(), MedicineReason.NOT_AMONG_MEDICINES.reason())
					: Outcome.open(this.facts.doubt(Part.MEDICATIONS), List.of(),
							Gap.of(criterion.medicines().title(), CommonReason.notRead(Part.MEDICATIONS)));
		}
		return (newest(criterion.doses()) instanceof NewestResult.Found found)
				? agreed(criterion.doses(), found, (reading) -> above(criterion, inUse, reading))
				: notKnown(criterion.doses(), true);
	}

	private Outcome above(DailyDoseAbove criterion, List<DailyDose> inUse, CanonicalResult reading) {
		DoseTable.Doses doses = criterion.doses().at(reading.quantity().amount());
		if (inUse.stream().anyMatch((dose) -> dose.isAbove(doses.high()))) {
			return Outcome.holds(criterion.meaning().strength(), criterion.meaning().urgency(),
					ResultEvaluation.all(reading, RangeUsed.NONE, Contribution.SUPPORTS), CommonReason
						.stated(criterion.meaning().reason(), reasons(criterion.doses(), doses, inUse, reading)));
		}
		List<Evidence> evidence = ResultEvaluation.all(reading, RangeUsed.NONE, Contribution.CONTEXT);
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
				? fails(criterion.doses(), evidence, List.of(DoseReason.DOSE_NOT_ABOVE.reason(doses.high())))
				: Outcome.open(this.facts.doubt(Part.MEDICATIONS), evidence,
						Gap.of(criterion.medicines().title(), CommonReason.notRead(Part.MEDICATIONS)));
	}

	/** Takes how the inner condition is decided when the measure is not known. */
	Outcome reduced(DoseReduced criterion, Function<DoseReduced, Outcome> otherwise) {
		List<DailyDose> inUse = inUse(criterion.medicines(), criterion.doses());
		return (newest(criterion.doses()) instanceof NewestResult.Found found)
				? agreed(criterion.doses(), found, (reading) -> reduced(criterion, inUse, reading))
				: otherwise(criterion, inUse, otherwise.apply(criterion));
	}

	private Outcome reduced(DoseReduced criterion, List<DailyDose> inUse, CanonicalResult reading) {
		DoseTable.Doses doses = criterion.doses().at(reading.quantity().amount());
		if (!doses.reduced()) {
			return fails(criterion.doses(), ResultEvaluation.all(reading, RangeUsed.NONE, Contribution.ARGUES_AGAINST),
					List.of());
		}
		return Outcome.holds(criterion.meaning().strength(), urgency(criterion, inUse),
				ResultEvaluation.all(reading, RangeUsed.NONE, Contribution.SUPPORTS),
				CommonReason.stated(criterion.meaning().reason(), reasons(criterion.doses(), doses, inUse, reading)));
	}

	private Outcome otherwise(DoseReduced criterion, List<DailyDose> inUse, Outcome other) {
		Outcome own = notKnown(criterion.doses(), !inUse.isEmpty());
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

	/**
	 * Orders say how much is taken; if there is none, other signs of use leave it open.
	 */
	private List<DailyDose> inUse(CodeSet medicines, DoseTable table) {
		List<MedicineFact> ordered = ordered(medicines);
		List<MedicineFact> others = this.facts.medicines()
			.stream()
			.filter((fact) -> fact.medicine().source() != Source.ORDERED
					&& (fact.isInUse(medicines) || fact.is(MedicineUse.UNKNOWN, medicines)))
			.toList();
		return (ordered.isEmpty() ? others : ordered).stream()
			.map((fact) -> this.dailyDoses.of(fact.medicine(), table.unit()))
			.toList();
	}

	private List<MedicineFact> ordered(CodeSet medicines) {
		return this.facts.medicines()
			.stream()
			.filter((fact) -> fact.medicine().source() == Source.ORDERED && fact.isInUse(medicines))
			.toList();
	}

	private NewestResult newest(DoseTable table) {
		return this.results.newest(table.measure(), table.measure().validDays());
	}

	private Outcome agreed(DoseTable table, NewestResult.Found found, Function<CanonicalResult, Outcome> decide) {
		List<Outcome> outcomes = found.readings().stream().map(decide).toList();
		Outcome merged = Outcome.merge(outcomes.get(0).truth(), outcomes);
		boolean agree = outcomes.stream().map(Outcome::truth).distinct().count() == 1;
		return agree ? merged : Outcome.open(Doubt.UNDECIDED, merged.evidence(),
				Gap.of(table.measure().title(), ResultReason.RESULTS_DISAGREE.reason()));
	}

	/** What is not known about the measure, under its name if it matters now. */
	private Outcome notKnown(DoseTable table, boolean needed) {
		NewestResult.Missing missing = (NewestResult.Missing) newest(table);
		Gap gap = needed ? Gap.of(table.measure().title(),
				DoseReason.NOT_CALCULABLE.reason(missing.gap().what(), missing.gap().why())) : missing.gap();
		return Outcome.open(missing.doubt(), ResultEvaluation.evidence(missing.shown()), gap);
	}

	/** A no needs all of what the measure is computed from. */
	private Outcome fails(DoseTable table, List<Evidence> evidence, List<Reason> reasons) {
		return this.facts.unread(table.measure())
			.map((part) -> Outcome.open(Doubt.NOT_READ, evidence,
					Gap.of(table.measure().title(),
							ResultReason.UNLESS_NEWER_RESULT.reason(CommonReason.notRead(part)))))
			.orElseGet(() -> Outcome.fails(evidence, reasons));
	}

	private List<Reason> reasons(DoseTable table, DoseTable.Doses doses, List<DailyDose> inUse,
			CanonicalResult reading) {
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
