package org.twitchingreference.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.Comparator;
import org.twitchingreference.clinical.UnitText;

/** The value of a result: a number with its unit as written, or something else. */
public sealed interface ResultValue {

	/** The value as the EHR states it, for display, without its unit. */
	String shown();

	/** Why it is no measurement, empty where it is one. */
	String why();

	/** A number, its comparator and its unit exactly as written. */
	record Measured(BigDecimal amount, Comparator comparator, UnitText unit) implements ResultValue {

		@Override
		public String shown() {
			return this.comparator.symbol() + this.amount.toPlainString();
		}

		@Override
		public String why() {
			return "";
		}

		@Override
		public String toString() {
			return "Measured[...]";
		}

	}

	/** A coded answer: its words and its codes. */
	record Coded(String shown, List<Code> codes) implements ResultValue {

		public Coded {
			codes = List.copyOf(codes);
		}

		@Override
		public String why() {
			return "a coded answer, not a number";
		}

		@Override
		public String toString() {
			return "Coded[...]";
		}

	}

	/** A date or a time of any precision, empty where what stands there is none. */
	record Dated(String shown, Optional<ChartTime> time) implements ResultValue {

		@Override
		public String why() {
			return "a date, not a number";
		}

		@Override
		public String toString() {
			return "Dated[...]";
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
