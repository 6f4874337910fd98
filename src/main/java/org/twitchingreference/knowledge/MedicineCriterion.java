package org.twitchingreference.knowledge;

import java.util.List;
import java.util.OptionalInt;

import org.twitchingreference.clinical.CodeSet;

/** A condition on the medicines in use. */
public sealed interface MedicineCriterion extends Criterion {

	/** The medicines that are looked for. */
	CodeSet medicines();

	@Override
	default boolean needsMedicine() {
		return true;
	}

	/**
	 * A medicine of the set in use: systemic routes only unless local ones count, used
	 * for at least so many days where said, without a gap or, where each entry begins
	 * anew, by one entry; one that ended still counts for so many depot days.
	 */
	record MedicineActive(CodeSet medicines, boolean localCounts, OptionalInt atLeastDays, boolean eachEntry,
			OptionalInt depotDays, Meaning meaning) implements MedicineCriterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.medicine(this);
		}

	}

	/** At least so many different ingredients of the set in use at once. */
	record MedicinesTogether(CodeSet medicines, int count, Meaning meaning) implements MedicineCriterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.together(this);
		}

	}

	/** The daily dose of a medicine of the set in use is above the band of its doses. */
	record DailyDoseAbove(CodeSet medicines, DoseTable doses, Meaning meaning) implements MedicineCriterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.doseAbove(this);
		}

	}

	/**
	 * The measure of the doses lies in another band than the highest; where it is not
	 * known, the other condition has to hold. The daily doses of the medicines of the set
	 * are shown beside it.
	 */
	record DoseReduced(CodeSet medicines, DoseTable doses, Criterion otherwise,
			Meaning meaning) implements MedicineCriterion {

		@Override
		public List<Criterion> children() {
			return List.of(this.otherwise);
		}

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.doseReduced(this);
		}

	}

	/**
	 * An ingredient of the set in use was begun after the newest result of the analyte
	 * (which counts for so many days).
	 */
	record MedicineBegunSince(CodeSet medicines, Analyte analyte, int withinDays,
			Meaning meaning) implements MedicineCriterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.begun(this);
		}

	}

}
