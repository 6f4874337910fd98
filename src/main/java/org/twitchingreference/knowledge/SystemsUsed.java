package org.twitchingreference.knowledge;

import java.util.Set;

/** The code systems in which conditions look for problems, medicines or allergies. */
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

	/** Of the value sets of medicines. */
	static final class OfMedicines extends Collected {

		@Override
		public Set<String> medicine(Criterion.MedicineActive criterion) {
			return criterion.medicines().systems();
		}

		@Override
		public Set<String> together(Criterion.MedicinesTogether criterion) {
			return criterion.medicines().systems();
		}

		@Override
		public Set<String> begun(Criterion.MedicineBegunSince criterion) {
			return criterion.medicines().systems();
		}

		@Override
		public Set<String> doseAbove(Criterion.DailyDoseAbove criterion) {
			return criterion.medicines().systems();
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
