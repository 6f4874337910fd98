package org.twitchingreference.knowledge;

import org.twitchingreference.clinical.CodeSet;

/** An allergy or intolerance to a medicine of the set is recorded. */
public record AllergyTo(CodeSet medicines, Meaning meaning) implements Criterion {

	@Override
	public <R> R evaluate(Evaluation<R> evaluation) {
		return evaluation.allergy(this);
	}

}
