package org.twitchingreference.assessment.criteria;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.facts.Age;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.GapSubject;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.chart.Part;
import org.twitchingreference.knowledge.Criterion.Meaning;
import org.twitchingreference.knowledge.PersonCriterion.AgeBetween;
import org.twitchingreference.knowledge.PersonCriterion.SexIs;
import org.twitchingreference.knowledge.Urgency;

/** Decides conditions on the patient's age and sex. */
final class PersonEvaluation {

	private final Facts facts;

	private final Age age;

	PersonEvaluation(Facts facts, Age age) {
		this.facts = facts;
		this.age = age;
	}

	Outcome age(AgeBetween criterion) {
		BigDecimal from = BigDecimal.valueOf(criterion.from());
		BigDecimal below = BigDecimal.valueOf(criterion.below());
		if (this.age.isFrom(from) && this.age.isBelow(below)) {
			return holds(criterion.meaning());
		}
		if (this.age.isBelow(from) || this.age.isFrom(below)) {
			return Outcome.FAILS;
		}
		Doubt doubt = this.facts.isComplete(Part.PATIENT) ? Doubt.UNDECIDED : Doubt.NOT_READ;
		return Outcome.open(doubt, List.of(), Gap.of(GapSubject.AGE, CommonReason.AGE_UNCLEAR.reason()));
	}

	Outcome sex(SexIs criterion) {
		Optional<String> sex = this.facts.chart().patient().sex();
		if (sex.filter(criterion.sex()::equals).isPresent()) {
			return holds(criterion.meaning());
		}
		boolean known = sex.filter(List.of("male", "female")::contains).isPresent();
		return known ? Outcome.FAILS : Outcome.open(Doubt.UNDECIDED, List.of(),
				Gap.of(GapSubject.SEX, CommonReason.SEX_NOT_STATED.reason()));
	}

	private static Outcome holds(Meaning meaning) {
		return Outcome.holds(meaning.strength(), Urgency.ROUTINE, List.of(), CommonReason.stated(meaning.reason()));
	}

}
