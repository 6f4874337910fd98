package org.twitchingreference.assessment.results;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.ResultValue.Measured;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Analyte.FallbackRange;
import org.twitchingreference.knowledge.Analyte.Threshold;

/**
 * The amounts that an uncertain value may mean. A value without a unit is reported as
 * critical only if it would be critical in the usual unit and ordinary in no unit of its
 * analyte: a calcium of 9.2 without a unit is not reported.
 */
final class PossibleAmounts {

	private final ResultConverter readings;

	PossibleAmounts(ResultConverter readings) {
		this.readings = readings;
	}

	/**
	 * The amounts the value may mean; one of them that is critical has to be reported.
	 */
	List<CanonicalResult> of(Analyte analyte, LabResult result) {
		return result.value().possible().stream().flatMap((measured) -> of(analyte, result, measured)).toList();
	}

	private Stream<CanonicalResult> of(Analyte analyte, LabResult result, Measured measured) {
		Optional<CanonicalResult> stated = this.readings.stated(analyte, result, measured);
		return (stated.isPresent() || !isWithoutUnit(analyte, result, measured)) ? stated.stream()
				: critical(inEachUnit(analyte, result, measured));
	}

	/** In which units it would be critical, where it states none; empty where it does. */
	Optional<Reason> whichUnit(Analyte analyte, LabResult result) {
		return unitsMissing(analyte, result).map(Object.class::cast)
			.reduce(CommonReason.EITHER::reason)
			.map(ResultReason.CRITICAL_IF_IN::reason);
	}

	private Stream<String> unitsMissing(Analyte analyte, LabResult result) {
		return result.value()
			.possible()
			.stream()
			.filter((measured) -> isWithoutUnit(analyte, result, measured))
			.flatMap((measured) -> critical(inEachUnit(analyte, result, measured)))
			.map((reading) -> unit(analyte, result, reading.factor()))
			.distinct();
	}

	private boolean isWithoutUnit(Analyte analyte, LabResult result, Measured measured) {
		return measured.unit().isMissingOrOne() && !this.readings.isConverted(analyte, result, measured);
	}

	private static List<CanonicalResult> inEachUnit(Analyte analyte, LabResult result, Measured measured) {
		return analyte.units()
			.sizes(result.codes())
			.stream()
			.map((unit) -> CanonicalResult.of(analyte, result,
					analyte.units().convert(measured.amount(), unit.factor()), measured.comparator(), unit.factor()))
			.filter((reading) -> analyte.possible().includes(reading.quantity().amount()))
			.toList();
	}

	private static Stream<CanonicalResult> critical(List<CanonicalResult> all) {
		List<CanonicalResult> usual = all.stream()
			.filter((reading) -> reading.factor().compareTo(BigDecimal.ONE) == 0)
			.toList();
		boolean reported = (usual.isEmpty() ? all : usual).stream().allMatch(PossibleAmounts::isCritical)
				&& all.stream().noneMatch(PossibleAmounts::isOrdinary);
		return reported ? all.stream().filter(PossibleAmounts::isCritical) : Stream.empty();
	}

	private static boolean isCritical(CanonicalResult reading) {
		return !CriticalValues.reached(reading).isEmpty();
	}

	/** Within a range for adults, or, where there is none, between critical limits. */
	private static boolean isOrdinary(CanonicalResult reading) {
		List<FallbackRange> ranges = reading.analyte().fallbackRanges();
		if (!ranges.isEmpty()) {
			BigDecimal amount = reading.quantity().amount();
			return ranges.stream()
				.anyMatch((range) -> range.low().filter((low) -> amount.compareTo(low) < 0).isEmpty()
						&& range.high().filter((high) -> amount.compareTo(high) > 0).isEmpty());
		}
		List<Threshold> limits = CriticalValues.limits(reading.analyte());
		return limits.stream().anyMatch(Threshold::below) && !limits.stream().allMatch(Threshold::below)
				&& !isCritical(reading);
	}

	private static String unit(Analyte analyte, LabResult result, BigDecimal factor) {
		return analyte.units()
			.sizes(result.codes())
			.stream()
			.filter((unit) -> unit.factor().compareTo(factor) == 0)
			.findFirst()
			.orElseThrow()
			.unit();
	}

}
