package org.twitchingreference.assessment;

import java.math.BigDecimal;
import java.util.List;

import org.twitchingreference.chart.LabResult;
import org.twitchingreference.clinical.Comparator;
import org.twitchingreference.clinical.Quantity;
import org.twitchingreference.knowledge.Analyte;

/**
 * A result in the canonical unit of its analyte: the result it was read from, with the
 * factor, and for a computed one the other results used, a remark, and whether a normal
 * value of it says anything.
 */
record Reading(Analyte analyte, LabResult result, Quantity quantity, Comparator comparator, BigDecimal factor,
		List<LabResult> others, String remark, boolean normalSaysSomething) {

	Reading {
		others = List.copyOf(others);
	}

	static Reading of(Analyte analyte, LabResult result, Quantity quantity, Comparator comparator, BigDecimal factor) {
		return new Reading(analyte, result, quantity, comparator, factor, List.of(), "", true);
	}

	boolean isComputed() {
		return this.analyte.derivation().isPresent();
	}

}
