package org.twitchingreference.chart;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.clinical.Reason;

/** A value that contains a number, which must not be used as if it were certain. */
public sealed interface DoubtfulValue extends ResultValue {

	@Override
	default boolean isDoubtful() {
		return true;
	}

	/**
	 * A value together with a reason why there is none, which FHIR forbids (obs-6): one
	 * of them is wrong.
	 */
	record Contradicted(ResultValue value, String reason) implements DoubtfulValue {

		@Override
		public String shown() {
			return this.value.shown();
		}

		@Override
		public Optional<Reason> whyNoNumber() {
			return Optional.of(ValueReason.VALUE_BESIDE_ABSENT_REASON.reason(this.reason));
		}

		@Override
		public Optional<Measured> measured() {
			return this.value.measured();
		}

		@Override
		public boolean isInWords() {
			return this.value.isInWords();
		}

		@Override
		public String toString() {
			return "Contradicted[...]";
		}

	}

	/**
	 * A text such as "15,200 U/L": its number as written, and what it means if its last
	 * three digits are thousands, and if they are decimals.
	 */
	record PerhapsThousands(String number, Measured thousands, Measured decimals) implements DoubtfulValue {

		@Override
		public String shown() {
			return this.thousands.comparator().symbol() + this.number;
		}

		@Override
		public Optional<Reason> whyNoNumber() {
			return Optional.of(ValueReason.MAY_BE_THOUSANDS.reason());
		}

		@Override
		public Optional<Measured> measured() {
			return Optional.of(this.thousands);
		}

		@Override
		public List<Measured> possible() {
			return List.of(this.thousands, this.decimals);
		}

		@Override
		public String toString() {
			return "PerhapsThousands[...]";
		}

	}

	/** A text, and the number behind the name of one of the results that it states. */
	record Quoted(ResultValue text, ResultValue amount) implements DoubtfulValue {

		@Override
		public String shown() {
			return this.text.shown();
		}

		@Override
		public String ofOneResult() {
			return this.amount.shown();
		}

		@Override
		public Optional<Reason> whyNoNumber() {
			return this.text.whyNoNumber();
		}

		@Override
		public Optional<Measured> measured() {
			return this.amount.measured();
		}

		@Override
		public List<Measured> possible() {
			return this.amount.possible();
		}

		@Override
		public boolean isInWords() {
			return true;
		}

		@Override
		public String toString() {
			return "Quoted[...]";
		}

	}

}
