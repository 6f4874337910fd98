package org.twitchingreference.assessment.medicines;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.MedicineFact;
import org.twitchingreference.assessment.facts.MedicineUse;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.chart.Medicine;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.knowledge.MedicineCatalogue;
import org.twitchingreference.knowledge.MedicineCriterion.MedicineActive;

/** Decides whether medicines of one kind are in use, and long enough. */
public final class MedicineEvaluation {

	private final Facts facts;

	private final MedicineCatalogue.DayLimits dayLimits;

	private final MedicineOutcomes outcomes;

	private final UnrecognisedMedicines unrecognised;

	public MedicineEvaluation(Facts facts, MedicineCatalogue known) {
		this.facts = facts;
		this.dayLimits = known.dayLimits();
		this.outcomes = new MedicineOutcomes(facts, new Ingredients(known));
		this.unrecognised = new UnrecognisedMedicines(facts);
	}

	public Outcome evaluate(MedicineActive criterion) {
		return this.unrecognised.unless(recognised(criterion), criterion.medicines(),
				(fact) -> (criterion.localCounts() || !fact.local())
						&& (fact.usage() == MedicineUse.UNKNOWN || mayBeLongEnough(fact, criterion)));
	}

	private boolean mayBeLongEnough(MedicineFact fact, MedicineActive criterion) {
		return acts(fact, criterion) && (fact.medicine().start().isEmpty() || isLongEnough(fact.medicine(), criterion));
	}

	private Outcome recognised(MedicineActive criterion) {
		List<MedicineFact> known = this.facts.medicines(criterion.medicines());
		if (known.isEmpty()) {
			return this.outcomes.notInUse(criterion.medicines().title());
		}
		List<MedicineFact> inUse = known.stream()
			.filter((fact) -> criterion.localCounts() || !fact.local())
			.filter((fact) -> acts(fact, criterion))
			.toList();
		List<MedicineFact> longEnough = longEnough(inUse, known, criterion);
		if (!longEnough.isEmpty()) {
			return this.outcomes.holds(longEnough, criterion.medicines(), criterion.meaning());
		}
		if (inUse.stream().anyMatch((fact) -> fact.medicine().start().isEmpty())
				|| isPerhapsLongEnough(inUse, known, criterion)) {
			return Outcome.open(Doubt.UNDECIDED, MedicineOutcomes.evidence(inUse, criterion.medicines()),
					Gap.of(criterion.medicines().title(), MedicineReason.START_NOT_STATED.reason()));
		}
		return this.outcomes.notInUse(
				known.stream().filter((fact) -> criterion.localCounts() || !fact.local()).toList(),
				criterion.medicines());
	}

	private boolean acts(MedicineFact fact, MedicineActive criterion) {
		if (fact.usage() == MedicineUse.IN_USE) {
			return true;
		}
		Medicine medicine = fact.medicine();
		if (criterion.depotDays().isEmpty()) {
			return false;
		}
		LocalDate from = this.facts.asOf().minusDays(criterion.depotDays().getAsInt());
		return medicine.end().or(medicine::start).filter((time) -> !time.lastDay().isBefore(from)).isPresent();
	}

	/**
	 * The medicines in use for this long, each by itself or counting what they continue.
	 */
	private List<MedicineFact> longEnough(List<MedicineFact> inUse, List<MedicineFact> known,
			MedicineActive criterion) {
		List<MedicineFact> alone = inUse.stream().filter((fact) -> isLongEnough(fact.medicine(), criterion)).toList();
		boolean continued = alone.isEmpty() && !criterion.eachEntry() && isBy(use(known).certainly(inUse), criterion);
		return continued ? inUse : alone;
	}

	private boolean isPerhapsLongEnough(List<MedicineFact> inUse, List<MedicineFact> known, MedicineActive criterion) {
		return !criterion.eachEntry() && isBy(use(known).perhaps(inUse), criterion);
	}

	private ContinuousUse use(List<MedicineFact> known) {
		return new ContinuousUse(known.stream().filter((fact) -> !fact.local()).toList(), this.dayLimits);
	}

	private boolean isLongEnough(Medicine medicine, MedicineActive criterion) {
		return criterion.atLeastDays().isEmpty() || isBy(medicine.start().map(ChartTime::lastDay), criterion);
	}

	private boolean isBy(Optional<LocalDate> since, MedicineActive criterion) {
		return criterion.atLeastDays().isPresent()
				&& since.filter((day) -> !day.isAfter(this.facts.asOf().minusDays(criterion.atLeastDays().getAsInt())))
					.isPresent();
	}

}
