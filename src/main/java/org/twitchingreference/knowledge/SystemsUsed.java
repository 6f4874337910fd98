package org.twitchingreference.knowledge;

import java.util.Set;

/** The code systems in which conditions look for problems, or for allergies. */
final class SystemsUsed {

	private SystemsUsed() {
	}

	/** Of the value sets of problems. */
	static final class OfProblems extends Collected {

		@Override
		public Set<String> problem(Criterion.ProblemActive criterion) {
			return criterion.problems().systems();
		}

		@Override
		public Set<String> repeated(Criterion.ProblemRepeated criterion) {
			return criterion.problems().systems();
		}

	}

	/** Of the value sets of medicines that an allergy may be to. */
	static final class OfAllergies extends Collected {

		@Override
		public Set<String> allergy(Criterion.AllergyTo criterion) {
			return criterion.medicines().systems();
		}

	}

}
