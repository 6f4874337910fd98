package org.twitchingreference.assessment.medicines;

import java.util.List;
import java.util.function.Predicate;

import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.MedicineFact;
import org.twitchingreference.assessment.facts.MedicineUse;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.Reason;

/**
 * What unrecognised medicines do to a condition: each may be any medicine, so beside them
 * no medicine counts as absent; what was found stays found.
 */
final class UnrecognisedMedicines {

	private final Facts facts;

	UnrecognisedMedicines(Facts facts) {
		this.facts = facts;
	}

	/** Turns a no into open if one of them, being of the set, would contradict it. */
	Outcome unless(Outcome decided, CodeSet set, Predicate<MedicineFact> speaksAgainst) {
		if (!decided.is(Truth.FAILS) || this.facts.unrecognisedMedicines().isEmpty()) {
			return decided;
		}
		List<MedicineFact> perhaps = this.facts.unrecognisedMedicines().stream().filter(speaksAgainst).toList();
		return perhaps.isEmpty() ? decided
				: Outcome.open(Doubt.UNRECOGNISED, decided.evidence(), Gap.of(set.title(), why(perhaps)));
	}

	/** Those in use are named once, with everything they leave open. */
	private static Reason why(List<MedicineFact> perhaps) {
		boolean ended = perhaps.stream().allMatch((fact) -> fact.usage() == MedicineUse.ENDED);
		return ended ? MedicineReason.MAY_BE_ENDED_MEDICINE.reason(perhaps.get(0).medicine().name(), perhaps.size() - 1)
				: MedicineReason.MAY_BE_UNRECOGNISED_MEDICINE.reason();
	}

}
