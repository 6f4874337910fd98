package org.twitchingreference.knowledge;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.Quantity;

/** A condition on who the patient is and what the patient answers. */
public sealed interface PersonCriterion extends Criterion {

	/** Age in completed years, from (inclusive) and below (exclusive). */
	record AgeBetween(int from, int below, Meaning meaning) implements PersonCriterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.age(this);
		}

	}

	/** Administrative gender as in FHIR. */
	record SexIs(String sex, Meaning meaning) implements PersonCriterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.sex(this);
		}

	}

	/**
	 * A bedside question was answered yes, with one of the codes, or with more than the
	 * amount, depending on its kind. Unanswered, it is still to be asked if {@code
	 * openUntilAnswered}, and otherwise simply no, because an exception or a red flag
	 * counts only when somebody has said so.
	 */
	record Ask(Question question, Set<Code> answers, Optional<Quantity> above, boolean openUntilAnswered,
			Meaning meaning) implements PersonCriterion {

		public Ask {
			answers = Collections.unmodifiableSet(new LinkedHashSet<>(answers));
		}

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.ask(this);
		}

	}

}
