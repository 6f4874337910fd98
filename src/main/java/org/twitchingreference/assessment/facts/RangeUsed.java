package org.twitchingreference.assessment.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a value was judged by: the limits of the report, completed by those of the
 * knowledge if the report leaves one open; or the limits of the knowledge; or the
 * report's flags ("L") in their order; or nothing.
 */
public record RangeUsed(List<Bounds> bounds, List<String> flags) {

	public static final RangeUsed NONE = new RangeUsed(List.of(), List.of());

	public RangeUsed {
		bounds = List.copyOf(bounds);
		flags = List.copyOf(flags);
	}

	public static RangeUsed of(Bounds... bounds) {
		return new RangeUsed(List.of(bounds), List.of());
	}

	public static RangeUsed ofFlags(List<String> flags) {
		return new RangeUsed(List.of(), flags);
	}

	public RangeUsed and(Bounds more) {
		return new RangeUsed(Stream.concat(this.bounds.stream(), Stream.of(more)).toList(), this.flags);
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "RangeUsed[...]";
	}

	/** Whose limits they are. */
	public enum Origin {

		REPORT, FALLBACK

	}

	/**
	 * Limits with their decimals as stated, an absent one being open; the unit as the
	 * report writes it, or in UCUM.
	 */
	public record Bounds(Origin origin, Optional<BigDecimal> low, Optional<BigDecimal> high, String unit) {

		/** Never prints what it holds of a patient. */
		@Override
		public String toString() {
			return "Bounds[" + this.origin + "]";
		}

	}

}
