package org.twitchingreference.chart;

import java.math.BigDecimal;
import java.util.List;

import org.twitchingreference.clinical.Reason;
import org.twitchingreference.clinical.UnitText;

/**
 * How much of a medicine its order says is taken, exactly as written: an amount is only
 * taken for a dose where nothing in the order leaves room for another.
 */
public sealed interface Dosing {

	/**
	 * The doses, all taken over the same days, and every strength that the medicine's
	 * ingredient and names state (they may disagree).
	 */
	record Stated(List<Dose> doses, List<Strength> strengths) implements Dosing {

		public Stated {
			doses = List.copyOf(doses);
			strengths = List.copyOf(strengths);
		}

		@Override
		public String toString() {
			return "Stated[...]";
		}

	}

	/** None that can be read, and why. */
	record Unclear(Reason why) implements Dosing {

		public Unclear(DosingReason why) {
			this(why.reason());
		}

		/**
		 * Of what is reported, given or dispensed; orders say how much is to be taken.
		 */
		public static final Unclear ELSEWHERE = new Unclear(DosingReason.READ_FROM_ORDERS_ONLY);

	}

	/** One dose: how much, how often, and whether only as needed. */
	record Dose(BigDecimal amount, UnitText unit, Rhythm rhythm, boolean asNeeded) {

		@Override
		public String toString() {
			return "Dose[...]";
		}

	}

	/** So many times in so many hours, days or weeks. */
	record Rhythm(int times, BigDecimal period, Span span) {

	}

	/** What a rhythm is counted in. */
	enum Span {

		HOUR, DAY, WEEK

	}

	/** So much of the ingredient in so much of the medicine. */
	record Strength(BigDecimal amount, UnitText unit, BigDecimal per, UnitText perUnit) {

		@Override
		public String toString() {
			return "Strength[...]";
		}

	}

}
