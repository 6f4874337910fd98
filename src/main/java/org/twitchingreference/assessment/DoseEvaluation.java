package org.twitchingreference.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.twitchingreference.assessment.Evidence.Contribution;
import org.twitchingreference.assessment.Facts.MedicineFact;
import org.twitchingreference.assessment.Outcome.Doubt;
import org.twitchingreference.assessment.Outcome.Truth;
import org.twitchingreference.chart.Medicine.Source;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.Criterion.DailyDoseAbove;
import org.twitchingreference.knowledge.Criterion.DoseReduced;
import org.twitchingreference.knowledge.DoseTable;
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
					? Outcome.fails(List.of(), "not among the medicines that were read") : Outcome.open(Doubt.NOT_READ,
							List.of(), new Gap(criterion.medicines().title(), Words.notRead(Part.MEDICATIONS)));
		}
		return (newest(criterion.doses()) instanceof Newest.Found found)
				? agreed(criterion.doses(), found, (reading) -> above(criterion, inUse, reading))
				: notKnown(criterion.doses(), true);
	}

	private Outcome above(DailyDoseAbove criterion, List<DailyDose> inUse, Reading reading) {
		DoseTable.Doses doses = criterion.doses().at(reading.quantity().amount());
		if (inUse.stream().anyMatch((dose) -> dose.isAbove(doses.high()))) {
			List<String> reasons = new ArrayList<>(List.of(criterion.meaning().reason()));
			reasons.addAll(sentences(criterion.doses(), doses, inUse, reading));
			return Outcome.holds(criterion.meaning().strength(), criterion.meaning().urgency(),
					ResultEvaluation.all(reading, "", Contribution.SUPPORTS), reasons);
		}
		List<Evidence> evidence = ResultEvaluation.all(reading, "", Contribution.CONTEXT);
		Optional<DailyDose> unclear = inUse.stream().filter((dose) -> dose.amount().isEmpty()).findFirst();
		if (unclear.isPresent()) {
			return Outcome.open(Doubt.UNDECIDED, evidence, new Gap(unclear.get().medicine(), unclear.get().words()));
		}
		BigDecimal sum = inUse.stream()
			.flatMap((dose) -> dose.amount().stream())
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		if (sum.compareTo(doses.high()) > 0) {
			return Outcome.open(Doubt.UNDECIDED, evidence,
					new Gap(criterion.medicines().title(),
							"several orders are in use; whether both are taken is not known: together "
									+ Words.number(sum) + " " + criterion.doses().unit() + " a day"));
		}
		return this.facts.isComplete(Part.MEDICATIONS)
				? fails(criterion.doses(), evidence, "the daily dose is not above " + Words.number(doses.high()))
				: Outcome.open(Doubt.NOT_READ, evidence,
						new Gap(criterion.medicines().title(), Words.notRead(Part.MEDICATIONS)));
	}

	/** Takes how the condition inside is decided where the measure is not known. */
	Outcome reduced(DoseReduced criterion, Function<DoseReduced, Outcome> otherwise) {
		List<DailyDose> inUse = inUse(criterion.medicines(), criterion.doses());
		return (newest(criterion.doses()) instanceof Newest.Found found)
				? agreed(criterion.doses(), found, (reading) -> reduced(criterion, inUse, reading))
				: otherwise(criterion, inUse, otherwise.apply(criterion));
	}

	private Outcome reduced(DoseReduced criterion, List<DailyDose> inUse, Reading reading) {
		DoseTable.Doses doses = criterion.doses().at(reading.quantity().amount());
		if (!doses.reduced()) {
			return fails(criterion.doses(), ResultEvaluation.all(reading, "", Contribution.ARGUES_AGAINST), "");
		}
		List<String> reasons = new ArrayList<>(List.of(criterion.meaning().reason()));
		reasons.addAll(sentences(criterion.doses(), doses, inUse, reading));
		return Outcome.holds(criterion.meaning().strength(), urgency(criterion, inUse),
				ResultEvaluation.all(reading, "", Contribution.SUPPORTS), reasons);
	}

	private Outcome otherwise(DoseReduced criterion, List<DailyDose> inUse, Outcome other) {
		Outcome own = notKnown(criterion.doses(), !inUse.isEmpty());
		if (!other.is(Truth.HOLDS)) {
			return other.is(Truth.OPEN) ? Outcome.merge(Truth.OPEN, List.of(own, other)) : own;
		}
		List<String> reasons = new ArrayList<>(List.of(criterion.meaning().reason()));
		reasons.addAll(own.reasons());
		reasons.addAll(other.reasons());
		inUse.forEach((dose) -> reasons.add(dose.medicine() + ": " + dose.words()));
		List<Evidence> evidence = new ArrayList<>(other.evidence());
		own.evidence().stream().filter((one) -> !evidence.contains(one)).forEach(evidence::add);
		return Outcome.holds(criterion.meaning().strength(), urgency(criterion, inUse).or(other.urgency()), evidence,
				reasons);
	}

	private static Urgency urgency(DoseReduced criterion, List<DailyDose> inUse) {
		boolean unclear = inUse.stream().anyMatch((dose) -> dose.amount().isEmpty());
		return unclear ? criterion.meaning().urgency() : Urgency.ROUTINE;
	}

	/** Orders say how much is taken; without one, what else shows use leaves it open. */
	private List<DailyDose> inUse(CodeSet medicines, DoseTable table) {
		List<MedicineFact> ordered = ordered(medicines);
		List<MedicineFact> others = this.facts.medicines()
			.stream()
			.filter((fact) -> fact.medicine().source() != Source.ORDERED
					&& (fact.isInUse(medicines) || fact.is(Usage.UNKNOWN, medicines)))
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

	private Newest newest(DoseTable table) {
		return this.results.newest(table.measure(), table.measure().validDays());
	}

	private Outcome agreed(DoseTable table, Newest.Found found, Function<Reading, Outcome> decide) {
		List<Outcome> outcomes = found.readings().stream().map(decide).toList();
		Outcome merged = Outcome.merge(outcomes.get(0).truth(), outcomes);
		boolean agree = outcomes.stream().map(Outcome::truth).distinct().count() == 1;
		return agree ? merged : Outcome.open(Doubt.UNDECIDED, merged.evidence(),
				new Gap(table.measure().title(), "results of the same time disagree"));
	}

	/** What is not known of the measure; where it matters now, named by the measure. */
	private Outcome notKnown(DoseTable table, boolean needed) {
		Newest.Missing missing = (Newest.Missing) newest(table);
		Gap gap = needed ? new Gap(table.measure().title(), "not calculable: " + missing.what() + ": " + missing.why())
				: new Gap(missing.what(), missing.why());
		return Outcome.open(missing.doubt(), ResultEvaluation.evidence(missing.seen()), gap);
	}

	/** A no needs all of what the measure is computed from. */
	private Outcome fails(DoseTable table, List<Evidence> evidence, String reason) {
		return this.facts.unread(table.measure())
			.map((part) -> Outcome.open(Doubt.NOT_READ, evidence,
					new Gap(table.measure().title(), "a newer result may exist, since " + Words.notRead(part))))
			.orElseGet(() -> Outcome.fails(evidence, reason));
	}

	private List<String> sentences(DoseTable table, DoseTable.Doses doses, List<DailyDose> inUse, Reading reading) {
		List<String> sentences = new ArrayList<>();
		sentences.add(table.measure().title() + " " + Words.number(reading.quantity().amount()) + " "
				+ reading.quantity().unit() + ": the label gives " + Words.doses(doses, table.unit()));
		inUse.forEach((dose) -> sentences.add(dose.medicine() + ": " + dose.words() + relation(dose, doses)));
		this.facts.unread(table.measure())
			.ifPresent((part) -> sentences.add("a newer result may exist: " + Words.notRead(part)));
		return sentences;
	}

	private static String relation(DailyDose dose, DoseTable.Doses doses) {
		if (dose.amount().isEmpty()) {
			return "";
		}
		return dose.isAbove(doses.high()) ? ", above it" : dose.isBelow(doses.low()) ? ", below it" : ", within it";
	}

}
