package org.twitchingreference.assessment.results;

import java.math.BigDecimal;
import java.util.Optional;

import org.twitchingreference.assessment.results.Judgement.Side;
import org.twitchingreference.assessment.results.ReportedRanges.Range;
import org.twitchingreference.clinical.Comparator;
import org.twitchingreference.knowledge.Analyte.Threshold;

/**
 * Compares a stated amount with a limit when the stated amount may only bound the true
 * one.
 */
public final class Limits {

	private Limits() {
	}

	/** Whether the true value is below the limit, empty when that is open. */
	static Optional<Boolean> isBelow(CanonicalResult reading, BigDecimal limit) {
		int order = reading.quantity().amount().compareTo(limit);
		return switch (reading.comparator()) {
			case EXACT -> Optional.of(order < 0);
			case LESS -> (order <= 0) ? Optional.of(true) : Optional.empty();
			case LESS_OR_EQUAL -> (order < 0) ? Optional.of(true) : Optional.empty();
			case GREATER, GREATER_OR_EQUAL -> (order >= 0) ? Optional.of(false) : Optional.empty();
		};
	}

	/** Whether the true value is above the limit, empty when that is open. */
	public static Optional<Boolean> isAbove(CanonicalResult reading, BigDecimal limit) {
		return isAbove(reading.quantity().amount(), reading.comparator(), limit);
	}

	public static Optional<Boolean> isAbove(BigDecimal amount, Comparator comparator, BigDecimal limit) {
		int order = amount.compareTo(limit);
		return switch (comparator) {
			case EXACT -> Optional.of(order > 0);
			case GREATER -> (order >= 0) ? Optional.of(true) : Optional.empty();
			case GREATER_OR_EQUAL -> (order > 0) ? Optional.of(true) : Optional.empty();
			case LESS, LESS_OR_EQUAL -> (order <= 0) ? Optional.of(false) : Optional.empty();
		};
	}

	/** On which side of the range the true value lies, as far as that is certain. */
	static Side side(CanonicalResult reading, Range range) {
		Optional<Boolean> below = range.low().flatMap((low) -> Limits.isBelow(reading, low));
		Optional<Boolean> above = range.high().flatMap((high) -> Limits.isAbove(reading, high));
		if (below.filter(Boolean::booleanValue).isPresent()) {
			return Side.BELOW;
		}
		if (above.filter(Boolean::booleanValue).isPresent()) {
			return Side.ABOVE;
		}
		if (below.isEmpty() && above.isEmpty()) {
			return Side.OPEN;
		}
		if (below.isEmpty()) {
			return Side.NOT_ABOVE;
		}
		return above.isEmpty() ? Side.NOT_BELOW : Side.WITHIN;
	}

	/**
	 * Whether the value lies beyond the limit by no more than the part of it that the
	 * analyte calls just outside; never where only a bound is stated.
	 */
	static boolean isJustOutside(CanonicalResult reading, Range range, Side side) {
		Optional<BigDecimal> limit = (side == Side.BELOW) ? range.low()
				: (side == Side.ABOVE) ? range.high() : Optional.empty();
		if (limit.isEmpty() || reading.comparator() != Comparator.EXACT) {
			return false;
		}
		BigDecimal distance = reading.quantity().amount().subtract(limit.get()).abs();
		return reading.analyte()
			.justOutside()
			.filter((part) -> distance.compareTo(limit.get().multiply(part)) <= 0)
			.isPresent();
	}

	/** Whether the true value reaches the threshold, empty when that is open. */
	public static Optional<Boolean> reaches(CanonicalResult reading, Threshold threshold) {
		Optional<Boolean> below = isBelow(reading, threshold.limit());
		return threshold.below() ? below : below.map((value) -> !value);
	}

}
