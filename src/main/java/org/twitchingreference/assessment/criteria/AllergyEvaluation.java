package org.twitchingreference.assessment.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.twitchingreference.assessment.facts.AllergyDenial;
import org.twitchingreference.assessment.facts.BareCode;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.chart.Allergy;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.AllergyTo;
import org.twitchingreference.knowledge.MedicineCatalogue;

/**
 * Decides conditions on allergies and intolerances. Unconfirmed ones count too:
 * withholding an option without need harms less than offering it wrongly.
 */
final class AllergyEvaluation {

	private static final Outcome NONE = Outcome.fails(List.of(), ProblemReason.NOT_AMONG_ALLERGIES.reason());

	private static final Outcome DENIED = Outcome.fails(List.of(), ProblemReason.NO_KNOWN_ALLERGIES.reason());

	private final Facts facts;

	private final MedicineCatalogue known;

	AllergyEvaluation(Facts facts, MedicineCatalogue known) {
		this.facts = facts;
		this.known = known;
	}

	Outcome evaluate(AllergyTo criterion) {
		CodeSet set = criterion.medicines();
		List<Evidence> evidence = this.facts.chart()
			.allergies()
			.stream()
			.filter((allergy) -> isTo(allergy, set))
			.map((allergy) -> evidence(allergy, set))
			.toList();
		if (!evidence.isEmpty()) {
			return Outcome.holds(criterion.meaning().strength(), criterion.meaning().urgency(), evidence,
					CommonReason.stated(criterion.meaning().reason()));
		}
		if (!this.facts.isComplete(Part.ALLERGIES)) {
			return Outcome.open(this.facts.doubt(Part.ALLERGIES), List.of(),
					Gap.of(set.title(), CommonReason.notRead(Part.ALLERGIES)));
		}
		Outcome absent = this.facts.isDenied(Part.ALLERGIES) ? DENIED : NONE;
		return this.facts.unrecognisedAllergies().isEmpty() ? absent : Outcome.open(Doubt.UNRECOGNISED, List.of(),
				Gap.of(set.title(), ProblemReason.MAY_BE_UNRECOGNISED_ALLERGY.reason()));
	}

	private boolean isTo(Allergy allergy, CodeSet set) {
		return isCoded(allergy, set) || set.containsAny(named(allergy.name()));
	}

	private boolean isCoded(Allergy allergy, CodeSet set) {
		return set.containsAny(this.known.withIngredients(allergy.codes()));
	}

	private Set<Code> named(String name) {
		return AllergyDenial.isDenial(name) ? Set.of() : this.known.named(name);
	}

	private Evidence evidence(Allergy allergy, CodeSet set) {
		List<Reason> remarks = new ArrayList<>();
		if (!isCoded(allergy, set)) {
			remarks.add(CommonReason.MATCHED_BY_NAME.reason());
		}
		if (!allergy.confirmed()) {
			remarks.add(CommonReason.NOT_CONFIRMED.reason());
		}
		return Evidence.entry(allergy.reference(), BareCode.named(allergy.name(), allergy.codes(), set.title()),
				allergy.recorded(), Contribution.SUPPORTS, CommonReason.joined(remarks.stream()));
	}

}
