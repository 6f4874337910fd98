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
	 * A medicine of the set is in use. Local routes (eye, ear, skin) count only with
	 * {@code localCounts}. With {@code atLeastDays} it must have been in use for that
	 * long without a gap, or, with {@code eachEntry}, by a single entry. With {@code
	 * depotDays} it still counts that many days after its end.
	 */
	record MedicineActive(CodeSet medicines, boolean localCounts, OptionalInt atLeastDays, boolean eachEntry,
			OptionalInt depotDays, Meaning meaning) implements MedicineCriterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.medicine(this);
		}

	}

	/** At least {@code count} different ingredients of the set are in use at once. */
	record MedicinesTogether(CodeSet medicines, int count, Meaning meaning) implements MedicineCriterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.together(this);
		}

	}

	/**
	 * The daily dose of a medicine of the set in use is above the greatest that the dose
	 * table allows for this patient.
	 */
	record DailyDoseAbove(CodeSet medicines, DoseTable doses, Meaning meaning) implements MedicineCriterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.doseAbove(this);
		}

	}

	/**
	 * The value that the doses depend on (kidney function) is below the highest band of
	 * the table, so less than the usual dose is due. Where that value is not known,
	 * {@code otherwise} has to hold. The daily doses of the medicines of the set are
	 * shown beside it.
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
	 * An ingredient of the set in use was begun after the newest result of the analyte.
	 * Results more than {@code withinDays} days old do not count.
	 */
	record MedicineBegunSince(CodeSet medicines, Analyte analyte, int withinDays,
			Meaning meaning) implements MedicineCriterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.begun(this);
		}

	}

}
