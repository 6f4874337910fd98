package org.twitchingreference.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.Comparator;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.clinical.UnitText;

/** The value of a result: a number with its unit as written, or something else. */
public sealed interface ResultValue
		permits ResultValue.Measured, ResultValue.Coded, ResultValue.Dated, ResultValue.Other, DoubtfulValue {

	/** The value as the EHR states it, for display, without its unit. */
	String shown();

	/** Why it is not a usable number; empty if it is one. */
	Optional<Reason> whyNoNumber();

	/**
	 * The value as written; of a text that states several results, only the one that is
	 * meant.
	 */
	default String ofOneResult() {
		return shown();
	}

	/** The number it contains, even if it must not be used. */
	default Optional<Measured> measured() {
		return Optional.empty();
	}

	/** Every amount that the number may mean. */
	default List<Measured> possible() {
		return measured().stream().toList();
	}

	/** Whether it must not be used although it contains a number. */
	default boolean isDoubtful() {
		return false;
	}

	/** Whether it is neither a number nor coded. */
	default boolean isInWords() {
		return false;
	}

	/** A number, its comparator and its unit exactly as written. */
	record Measured(BigDecimal amount, Comparator comparator, UnitText unit) implements ResultValue {

		@Override
		public String shown() {
			return this.comparator.symbol() + this.amount.toPlainString();
		}

		@Override
		public Optional<Reason> whyNoNumber() {
			return Optional.empty();
		}

		@Override
		public Optional<Measured> measured() {
			return Optional.of(this);
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
		public Optional<Reason> whyNoNumber() {
			return Optional.of(ValueReason.CODED_NOT_NUMBER.reason());
		}

		@Override
		public boolean isInWords() {
			return this.codes.isEmpty();
		}

		@Override
		public String toString() {
			return "Coded[...]";
		}

	}

	/** A date or a time of any precision; empty if it cannot be read. */
	record Dated(String shown, Optional<ChartTime> time) implements ResultValue {

		@Override
		public Optional<Reason> whyNoNumber() {
			return Optional.of(ValueReason.DATE_NOT_NUMBER.reason());
		}

		@Override
		public String toString() {
			return "Dated[...]";
		}

	}

	/** Not a number: what is there instead (may be empty), and why it cannot be used. */
	record Other(String shown, Reason why) implements ResultValue {

		/** Whether the report itself says why. */
		public boolean isExplained() {
			return this.why.is(ValueReason.NO_VALUE_BECAUSE) || this.why.is(ValueReason.NO_USABLE_NUMBER_BECAUSE);
		}

		@Override
		public Optional<Reason> whyNoNumber() {
			return Optional.of(this.why);
		}

		@Override
		public boolean isInWords() {
			return true;
		}

		@Override
		public String toString() {
			return "Other[...]";
		}

	}

}
