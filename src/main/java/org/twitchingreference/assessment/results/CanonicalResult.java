package org.twitchingreference.assessment.results;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.ResultValue;
import org.twitchingreference.clinical.Comparator;
import org.twitchingreference.clinical.Quantity;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Derivation;

/**
 * A result in the canonical unit of its analyte: the chart's result, the converted amount
 * with its comparator, and the factor of the conversion; if it is computed, the other
 * results it was computed from, a remark on how, and whether a normal value means
 * anything.
 */
public record CanonicalResult(Analyte analyte, LabResult result, Quantity quantity, Comparator comparator,
		BigDecimal factor, List<LabResult> others, Optional<Reason> remark, boolean normalSaysSomething) {

	public CanonicalResult {
		others = List.copyOf(others);
	}

	static CanonicalResult of(Analyte analyte, LabResult result, Quantity quantity, Comparator comparator,
			BigDecimal factor) {
		return new CanonicalResult(analyte, result, quantity, comparator, factor, List.of(), Optional.empty(), true);
	}

	/** The amount in the canonical unit as the result states it, before any rounding. */
	BigDecimal unrounded() {
		return (this.result.value() instanceof ResultValue.Measured measured) ? measured.amount().multiply(this.factor)
				: this.quantity.amount();
	}

	/** Whether the ranges of the result's own report apply to this value. */
	boolean isJudgedByReport() {
		return this.analyte.derivation().map(Derivation::isJudgedByReport).orElse(true);
	}

	boolean isComputed() {
		return this.analyte.derivation().isPresent();
	}

}
