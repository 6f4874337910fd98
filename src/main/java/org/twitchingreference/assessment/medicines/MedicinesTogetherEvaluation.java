package org.twitchingreference.assessment.medicines;

import java.util.List;

import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.MedicineFact;
import org.twitchingreference.assessment.facts.MedicineUse;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.MedicineCatalogue;
import org.twitchingreference.knowledge.MedicineCriterion.MedicinesTogether;

/** Decides whether several medicines of one kind are in use together. */
public final class MedicinesTogetherEvaluation {

	private final Facts facts;

	private final Ingredients ingredients;

	private final MedicineOutcomes outcomes;

	private final UnrecognisedMedicines unrecognised;

	public MedicinesTogetherEvaluation(Facts facts, MedicineCatalogue known) {
		this.facts = facts;
		this.ingredients = new Ingredients(known);
		this.outcomes = new MedicineOutcomes(facts, this.ingredients);
		this.unrecognised = new UnrecognisedMedicines(facts);
	}

	/**
	 * A medicine that is not recognised may contain as many ingredients as are missing.
	 */
	public Outcome evaluate(MedicinesTogether criterion) {
		return this.unrecognised.unless(recognised(criterion), criterion.medicines(), MedicineFact::mayAct);
	}

	private Outcome recognised(MedicinesTogether criterion) {
		CodeSet set = criterion.medicines();
		List<MedicineFact> known = this.facts.medicines(set);
		List<MedicineFact> inUse = known.stream().filter((fact) -> fact.isInUse(set)).toList();
		List<MedicineFact> perhaps = known.stream()
			.filter((fact) -> fact.isInUse(set) || fact.is(MedicineUse.UNKNOWN, set))
			.toList();
		if (this.ingredients.of(inUse, set).size() >= criterion.count()) {
			return this.outcomes.holds(inUse, set, criterion.meaning());
		}
		return this.outcomes
			.notInUse((this.ingredients.of(perhaps, set).size() >= criterion.count()) ? perhaps : List.of(), set);
	}

}
