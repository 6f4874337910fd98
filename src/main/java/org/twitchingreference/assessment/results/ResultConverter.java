package org.twitchingreference.assessment.results;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.facts.AsWritten;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.ReportRange.Limit;
import org.twitchingreference.chart.ResultValue;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.clinical.Ucum;
import org.twitchingreference.clinical.UnitText;
import org.twitchingreference.clinical.Units;
import org.twitchingreference.knowledge.Analyte;

/** Converts results to the canonical unit of their analyte, or says why not. */
public final class ResultConverter {

	/** How many digits are shown of a limit that was converted to another unit. */
	private static final int SHOWN_DIGITS = 3;

	private final Units units;

	private final Ucum ucum;

	public ResultConverter(Units units, Ucum ucum) {
		this.units = units;
		this.ucum = ucum;
	}

	/**
	 * The result in the canonical unit; empty when the value or its unit is not
	 * understood, or the amount is impossible.
	 */
	Optional<CanonicalResult> read(Analyte analyte, LabResult result) {
		return result.value().isDoubtful() ? Optional.empty() : stated(analyte, result);
	}

	private Optional<CanonicalResult> stated(Analyte analyte, LabResult result) {
		return result.value().measured().flatMap((measured) -> stated(analyte, result, measured));
	}

	/** The same if the value is this amount. */
	Optional<CanonicalResult> stated(Analyte analyte, LabResult result, ResultValue.Measured measured) {
		return convert(analyte, result, measured)
			.filter((reading) -> analyte.possible().includes(reading.quantity().amount()));
	}

	/** Whether the unit is one of the analyte's, even if the amount is impossible. */
	boolean isConverted(Analyte analyte, LabResult result, ResultValue.Measured measured) {
		return convert(analyte, result, measured).isPresent();
	}

	private Optional<CanonicalResult> convert(Analyte analyte, LabResult result, ResultValue.Measured measured) {
		return factor(analyte, result, measured.unit()).map((factor) -> CanonicalResult.of(analyte, result,
				analyte.units().convert(measured.amount(), factor), measured.comparator(), factor));
	}

	/**
	 * A limit of the result's own report in the canonical unit, empty when not
	 * understood. In the unit of the result it keeps its exact distance from the value,
	 * which rounding would lose.
	 */
	Optional<BigDecimal> limit(CanonicalResult reading, Limit limit) {
		return factor(reading, limit).map((known) -> convert(reading, limit.amount(), known));
	}

	/** The limit in the canonical unit as the report states it, before any rounding. */
	Optional<BigDecimal> unrounded(CanonicalResult reading, Limit limit) {
		return factor(reading, limit).map(limit.amount()::multiply);
	}

	/** The limit in the unit of the result, as stated where that is the same unit. */
	BigDecimal asWritten(CanonicalResult reading, Limit limit) {
		return factor(reading, limit).map((factor) -> inUnitOfResult(reading, limit.amount(), factor))
			.orElse(limit.amount());
	}

	/** A canonical amount in the unit of the result, which the factor converts. */
	static BigDecimal inUnitOfResult(CanonicalResult reading, BigDecimal amount, BigDecimal factor) {
		if (factor.compareTo(reading.factor()) == 0) {
			return amount;
		}
		BigDecimal exact = amount.multiply(factor).divide(reading.factor(), MathContext.DECIMAL64);
		int places = SHOWN_DIGITS - (exact.precision() - exact.scale());
		return exact.setScale(Math.max(0, places), RoundingMode.HALF_UP);
	}

	/** The unit of the result, otherwise that of the limit. */
	static String unitShown(CanonicalResult reading, Limit limit) {
		String ofResult = AsWritten.unit(reading.result());
		return ofResult.isBlank() ? limit.unit().shown() : ofResult;
	}

	private Optional<BigDecimal> factor(CanonicalResult reading, Limit limit) {
		return limit.unit().isMissing() ? Optional.of(reading.factor())
				: factor(reading.analyte(), reading.result(), limit.unit());
	}

	private static BigDecimal convert(CanonicalResult reading, BigDecimal amount, BigDecimal factor) {
		boolean sameUnit = !reading.isComputed() && factor.compareTo(reading.factor()) == 0;
		return (sameUnit && reading.result().value() instanceof ResultValue.Measured measured)
				? reading.quantity().amount().add(amount.subtract(measured.amount()).multiply(factor))
				: reading.analyte().units().convert(amount, factor).amount();
	}

	private Optional<BigDecimal> factor(Analyte analyte, LabResult result, UnitText unit) {
		List<Optional<BigDecimal>> factors = this.units.meanings(unit)
			.stream()
			.map((read) -> analyte.units().factor(read, result.codes(), this.ucum))
			.toList();
		boolean agree = factors.stream().allMatch((one) -> isSame(one, factors.get(0)));
		return (factors.isEmpty() || !agree) ? Optional.empty() : factors.get(0);
	}

	private static boolean isSame(Optional<BigDecimal> one, Optional<BigDecimal> other) {
		return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) == 0;
	}

	/** Why the value is not understood. */
	Reason why(Analyte analyte, LabResult result) {
		return result.value()
			.whyNoNumber()
			.orElseGet(() -> why(analyte, result, (ResultValue.Measured) result.value()));
	}

	private Reason why(Analyte analyte, LabResult result, ResultValue.Measured measured) {
		return convert(analyte, result, measured).isPresent() ? ResultReason.IMPOSSIBLE.reason(analyte.title())
				: why(analyte, measured.unit());
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
