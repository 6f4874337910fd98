package org.twitchingreference.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.twitchingreference.assessment.Evidence.Contribution;
import org.twitchingreference.assessment.Outcome.Doubt;
import org.twitchingreference.chart.Allergy;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.AllergyTo;
import org.twitchingreference.knowledge.Medicines;

/**
 * Decides conditions on allergies and intolerances. One that is not confirmed counts too:
 * an option that is withheld harms less than one that is not.
 */
final class AllergyEvaluation {

	/** "No known allergy to ..." names what it denies. */
	private static final Pattern DENIAL = Pattern.compile("(?is)no(t|ne)?\\b.*");

	private static final Outcome NONE = Outcome.fails(List.of(), ProblemReason.NOT_AMONG_ALLERGIES.reason());

	private final Facts facts;

	private final Medicines known;

	AllergyEvaluation(Facts facts, Medicines known) {
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
			return Outcome.open(Doubt.NOT_READ, List.of(), Gap.of(set.title(), CommonReason.notRead(Part.ALLERGIES)));
		}
		return this.facts.unrecognisedAllergies().isEmpty() ? NONE : Outcome.open(Doubt.UNRECOGNISED, List.of(),
				Gap.of(set.title(), ProblemReason.MAY_BE_UNRECOGNISED_ALLERGY.reason()));
	}

	private boolean isTo(Allergy allergy, CodeSet set) {
		return isCoded(allergy, set) || set.containsAny(named(allergy.name()));
	}

	private boolean isCoded(Allergy allergy, CodeSet set) {
		return set.containsAny(this.known.withIngredients(allergy.codes()));
	}

	/** Whether the name says that there is none. */
	static boolean isDenial(String name) {
		return DENIAL.matcher(name).matches();
	}

	private Set<Code> named(String name) {
		return isDenial(name) ? Set.of() : this.known.named(name);
	}

	private Evidence evidence(Allergy allergy, CodeSet set) {
		List<Reason> remarks = new ArrayList<>();
		if (!isCoded(allergy, set)) {
			remarks.add(CommonReason.MATCHED_BY_NAME.reason());
		}
		if (!allergy.confirmed()) {
			remarks.add(CommonReason.NOT_CONFIRMED.reason());
		}
		return Evidence.entry(allergy.reference(), allergy.name(), allergy.recorded(), Contribution.SUPPORTS,
				CommonReason.joined(remarks.stream()));
	}

}
