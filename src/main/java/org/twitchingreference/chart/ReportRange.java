package org.twitchingreference.chart;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

import org.twitchingreference.clinical.UnitText;

/**
 * A reference range of the report itself. Empty limits are open; the units are missing
 * where the report leaves them to the result. {@code type} holds the codes of the range's
 * type ("normal", "critical"), {@code appliesTo} those of the population it is for, and
 * the ages are in years. {@code text} is the report's own wording.
 */
public record ReportRange(Optional<Limit> low, Optional<Limit> high, Set<String> type, Set<String> appliesTo,
		Optional<BigDecimal> ageFrom, Optional<BigDecimal> ageTo, String text) {

	public ReportRange {
		type = Set.copyOf(type);
		appliesTo = Set.copyOf(appliesTo);
	}

	/** One limit with its unit as written. */
	public record Limit(BigDecimal amount, UnitText unit) {

	}

}
