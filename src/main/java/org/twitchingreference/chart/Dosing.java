package org.twitchingreference.chart;

import java.math.BigDecimal;
import java.util.List;

import org.twitchingreference.clinical.Reason;
import org.twitchingreference.clinical.UnitText;

/**
 * How much of a medicine is to be taken according to its order, exactly as written. It is
 * stated only if nothing in the order allows another amount.
 */
public sealed interface Dosing {

	/**
	 * The doses, all to be taken over the same days, and every strength that the
	 * medicine's ingredient and its names state (they may disagree).
	 */
	record Stated(List<Dose> doses, List<IngredientStrength> strengths) implements Dosing {

		public Stated {
			doses = List.copyOf(doses);
			strengths = List.copyOf(strengths);
		}

		@Override
		public String toString() {
			return "Stated[...]";
		}

	}

	/** No dose can be read, and why. */
	record Unclear(Reason why) implements Dosing {

		public Unclear(DosingReason why) {
			this(why.reason());
		}

		/**
		 * For a medicine that is reported, given or dispensed: only orders say how much
		 * to take.
		 */
		public static final Unclear ELSEWHERE = new Unclear(DosingReason.READ_FROM_ORDERS_ONLY);

	}

	/** One dose: how much, how often, and whether only as needed. */
	record Dose(BigDecimal amount, UnitText unit, Frequency frequency, boolean asNeeded) {

		@Override
		public String toString() {
			return "Dose[...]";
		}

	}

	/**
	 * How often: a number of times in a period of hours, days or weeks (Timing.repeat).
	 */
	record Frequency(int times, BigDecimal period, PeriodUnit unit) {

	}

	/** The unit of the period. */
	enum PeriodUnit {

		HOUR, DAY, WEEK

	}

	/** An amount of the ingredient in an amount of the medicine. */
	record IngredientStrength(BigDecimal amount, UnitText unit, BigDecimal per, UnitText perUnit) {

		@Override
		public String toString() {
			return "IngredientStrength[...]";
		}

	}

}
