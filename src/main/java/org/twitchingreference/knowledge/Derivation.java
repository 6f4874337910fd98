package org.twitchingreference.knowledge;

import java.math.BigDecimal;
import java.util.List;

/** How an analyte is computed from the results of others. */
public sealed interface Derivation {

	/** The analytes it needs. */
	List<String> needs();

	/**
	 * Whether the reference range on the report of the first analyte also applies to the
	 * computed amount.
	 */
	boolean isJudgedByReport();

	/** Passes this formula to the method that computes its kind. */
	<R> R compute(Computation<R> computation);

	/** One method for each formula. */
	interface Computation<R> {

		R together(TakenTogether formula);

		R clearance(CockcroftGault formula);

	}

	/** A formula over two results whose samples were taken within some hours. */
	sealed interface TakenTogether extends Derivation {

		/** The most hours between the two samples. */
		int withinHours();

		@Override
		default <R> R compute(Computation<R> computation) {
			return computation.together(this);
		}

	}

	/**
	 * Total calcium adjusted for albumin: total + factor x (pivot - albumin). A normal
	 * result means nothing when the albumin is below the reliable limit.
	 */
	record AlbuminAdjusted(String total, String albumin, BigDecimal factor, BigDecimal pivot, int withinHours,
			BigDecimal reliableFrom) implements TakenTogether {

		@Override
		public List<String> needs() {
			return List.of(this.total, this.albumin);
		}

		@Override
		public boolean isJudgedByReport() {
			return true;
		}

	}

	/** One analyte divided by another. */
	record Ratio(String numerator, String denominator, int withinHours) implements TakenTogether {

		@Override
		public List<String> needs() {
			return List.of(this.numerator, this.denominator);
		}

		@Override
		public boolean isJudgedByReport() {
			return false;
		}

	}

	/**
	 * Creatinine clearance by Cockcroft and Gault: (pivot - age) x weight / (divisor x
	 * creatinine), for women times a factor, from an age on. The creatinine enters in the
	 * unit that has the given factor to its canonical one, the weight in its canonical
	 * unit.
	 */
	record CockcroftGault(String creatinine, String weight, BigDecimal agePivot, BigDecimal divisor,
			BigDecimal creatinineFactor, BigDecimal femaleFactor, int fromAge) implements Derivation {

		@Override
		public List<String> needs() {
			return List.of(this.creatinine, this.weight);
		}

		@Override
		public boolean isJudgedByReport() {
			return false;
		}

		@Override
		public <R> R compute(Computation<R> computation) {
			return computation.clearance(this);
		}

	}

}
