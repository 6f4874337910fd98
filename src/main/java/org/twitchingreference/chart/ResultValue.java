package org.twitchingreference.chart;

import java.math.BigDecimal;

import org.twitchingreference.clinical.Comparator;
import org.twitchingreference.clinical.UnitText;

/** The value of a result: a number with its unit as written, or something else. */
public sealed interface ResultValue {

	/** The value as the EHR states it, for display, without its unit. */
	String shown();

	/** A number, its comparator and its unit exactly as written. */
	record Measured(BigDecimal amount, Comparator comparator, UnitText unit) implements ResultValue {

		@Override
		public String shown() {
			return this.comparator.symbol() + this.amount.toPlainString();
		}

		@Override
		public String toString() {
			return "Measured[...]";
		}

	}

	/**
	 * No number: what stands there instead (may be empty), why it cannot be used, and
	 * whether the report itself says why.
	 */
	record Other(String shown, String why, boolean isExplained) implements ResultValue {

		/** Without a reason of the report's own. */
		public Other(String shown, String why) {
			this(shown, why, false);
		}

		@Override
		public String toString() {
			return "Other[...]";
		}

	}

}
