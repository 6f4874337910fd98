package org.twitchingreference.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.UnitText;

/**
 * A reference range that the report itself states (Observation.referenceRange). An empty
 * limit is open; a limit without a unit has that of the result. {@code type} holds the
 * codes of the range's type ("normal", "critical"), {@code appliesTo} says for whom it is
 * meant, and the ages are in years. {@code text} is the report's own wording.
 */
public record ReportRange(Optional<Limit> low, Optional<Limit> high, Set<String> type, List<Population> appliesTo,
		Optional<BigDecimal> ageFrom, Optional<BigDecimal> ageTo, String text) {

	/** Stands among the types where a limit is there and cannot be read. */
	public static final String LIMIT_UNREADABLE = "limit-unreadable";

	/** Stands among the types where an age is there and cannot be read. */
	public static final String AGE_UNREADABLE = "age-unreadable";

	public ReportRange {
		type = Set.copyOf(type);
		appliesTo = List.copyOf(appliesTo);
	}

	/** Whether a limit or an age is there and cannot be read. */
	public boolean isUnreadable() {
		return this.type.contains(LIMIT_UNREADABLE) || this.type.contains(AGE_UNREADABLE);
	}

	/**
	 * For whom a range is meant: its codes, its text, and the first display of a code.
	 */
	public record Population(List<Code> codes, String text, String display) {

		public Population {
			codes = List.copyOf(codes);
		}

		/** Its words, or its first code. */
		public String shown() {
			String words = this.text.isEmpty() ? this.display : this.text;
			return (words.isEmpty() && !this.codes.isEmpty()) ? this.codes.get(0).code() : words;
		}

	}

	/** One limit with its unit as written. */
	public record Limit(BigDecimal amount, UnitText unit) {

	}

}
