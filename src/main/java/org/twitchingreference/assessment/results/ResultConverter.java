package org.twitchingreference.assessment.results;

import java.math.BigDecimal;
import java.util.Optional;

import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.ResultValue;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.clinical.Ucum;
import org.twitchingreference.clinical.UnitText;
import org.twitchingreference.clinical.Units;
import org.twitchingreference.knowledge.Analyte;

/** Reads results into the canonical unit of their analyte, or says why not. */
public final class ResultConverter {

	private final Units units;

	private final Ucum ucum;

	public ResultConverter(Units units, Ucum ucum) {
		this.units = units;
		this.ucum = ucum;
	}

	/** The reading, empty when the value or its unit is not understood. */
	Optional<CanonicalResult> read(Analyte analyte, LabResult result) {
		if (!(result.value() instanceof ResultValue.Measured measured)) {
			return Optional.empty();
		}
		return factor(analyte, result, measured.unit()).map((factor) -> CanonicalResult.of(analyte, result,
				analyte.units().convert(measured.amount(), factor), measured.comparator(), factor));
	}

	/**
	 * A limit of the result's own report in the canonical unit, empty when not
	 * understood. In the unit of the result it keeps its exact distance to the value,
	 * which rounding would lose.
	 */
	Optional<BigDecimal> limit(CanonicalResult reading, BigDecimal amount, UnitText unit) {
		Optional<BigDecimal> factor = unit.isMissing() ? Optional.of(reading.factor())
				: factor(reading.analyte(), reading.result(), unit);
		return factor.map((known) -> convert(reading, amount, known));
	}

	private static BigDecimal convert(CanonicalResult reading, BigDecimal amount, BigDecimal factor) {
		boolean sameUnit = !reading.isComputed() && factor.compareTo(reading.factor()) == 0;
		return (sameUnit && reading.result().value() instanceof ResultValue.Measured measured)
				? reading.quantity().amount().add(amount.subtract(measured.amount()).multiply(factor))
				: reading.analyte().units().convert(amount, factor).amount();
	}

	private Optional<BigDecimal> factor(Analyte analyte, LabResult result, UnitText unit) {
		return this.units.read(unit).flatMap((read) -> analyte.units().factor(read, result.codes(), this.ucum));
	}

	/** Why the result was not read. */
	Reason why(Analyte analyte, LabResult result) {
		return result.value()
			.whyNoNumber()
			.orElseGet(() -> why(analyte, ((ResultValue.Measured) result.value()).unit()));
	}

	private Reason why(Analyte analyte, UnitText unit) {
		if (unit.isMissing()) {
			return ResultReason.NO_UNIT.reason();
		}
		return this.units.read(unit)
			.map((read) -> ResultReason.UNIT_OF_ANOTHER_KIND.reason(read, analyte.title()))
			.orElseGet(ResultReason.UNIT_NOT_UNDERSTOOD::reason);
	}

}
