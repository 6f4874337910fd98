package org.twitchingreference.mapping.element;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation.ObservationReferenceRangeComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.twitchingreference.chart.ReportRange;
import org.twitchingreference.chart.ReportRange.Limit;
import org.twitchingreference.chart.ReportRange.Population;
import org.twitchingreference.clinical.UnitText;

/**
 * The reference ranges that a report states. What of a range cannot be read is named in
 * its type, so that nobody takes a missing limit or age for an open one.
 */
public final class ReportRangeMapping {

	private static final BigDecimal DAYS_PER_YEAR = new BigDecimal("365.25");

	private static final Set<String> NORMAL = Set.of("normal", "normal range", "reference range");

	private static final int MOST_POPULATIONS = 20;

	private ReportRangeMapping() {
	}

	public static List<ReportRange> of(List<ObservationReferenceRangeComponent> ranges) {
		return ranges.stream()
			.filter((range) -> !range.isEmpty())
			.limit(ChartText.NAME)
			.map(ReportRangeMapping::of)
			.toList();
	}

	private static ReportRange of(ObservationReferenceRangeComponent range) {
		Set<String> type = new HashSet<>(type(range.getType()));
		boolean readable = !range.hasModifierExtension() && isReadable(range.getLow()) && isReadable(range.getHigh());
		if (!readable) {
			type.add(ReportRange.LIMIT_UNREADABLE);
		}
		Quantity from = range.getAge().getLow();
		Quantity to = range.getAge().getHigh();
		if (isLost(from) || isLost(to)) {
			type.add(ReportRange.AGE_UNREADABLE);
		}
		return new ReportRange(limit(range.getLow()).filter((limit) -> readable),
				limit(range.getHigh()).filter((limit) -> readable), type, appliesTo(range.getAppliesTo()), years(from),
				years(to), ChartText.name(range.getText()));
	}

	/** Its codes, else its words: a range called otherwise is not the normal one. */
	private static Set<String> type(CodeableConcept type) {
		Set<String> codes = Codings.bare(type);
		if (!codes.isEmpty() || type.isEmpty()) {
			return codes;
		}
		String words = ChartText.name(type.getText()).toLowerCase(Locale.ROOT);
		return Set.of(NORMAL.contains(words) ? "normal" : words);
	}

	/** A population restricts the range whatever is known of it. */
	private static List<Population> appliesTo(List<CodeableConcept> populations) {
		return populations.stream()
			.filter((population) -> !population.isEmpty())
			.limit(MOST_POPULATIONS)
			.map((population) -> new Population(Codings.codes(population), ChartText.name(population.getText()),
					display(population)))
			.toList();
	}

	private static String display(CodeableConcept population) {
		return population.getCoding()
			.stream()
			.map((coding) -> ChartText.name(coding.getDisplay()))
			.filter((display) -> !display.isEmpty())
			.findFirst()
			.orElse("");
	}

	private static Optional<Limit> limit(Quantity quantity) {
		return Amounts.amount(quantity).map((amount) -> new Limit(amount, Amounts.unit(quantity)));
	}

	private static boolean isReadable(Quantity limit) {
		return limit.isEmpty() || (Amounts.amount(limit).isPresent() && Amounts.isExact(limit));
	}

	private static boolean isLost(Quantity age) {
		return !age.isEmpty() && years(age).isEmpty();
	}

	/**
	 * The age in years: UCUM a, mo, wk and d, or these in words; a month is a twelfth of
	 * a year.
	 */
	private static Optional<BigDecimal> years(Quantity age) {
		UnitText unit = Amounts.unit(age);
		Optional<BigDecimal> amount = Amounts.amount(age).filter((value) -> Amounts.isExact(age));
		return switch ((unit.code().isEmpty() ? unit.text() : unit.code()).toLowerCase(Locale.ROOT)) {
			case "a", "y", "yr", "yrs", "year", "years" -> amount;
			case "mo", "month", "months" -> amount.map((value) -> divide(value, BigDecimal.valueOf(12)));
			case "wk", "week", "weeks" ->
				amount.map((value) -> divide(value.multiply(BigDecimal.valueOf(7)), DAYS_PER_YEAR));
			case "d", "day", "days" -> amount.map((value) -> divide(value, DAYS_PER_YEAR));
			default -> Optional.empty();
		};
	}

	private static BigDecimal divide(BigDecimal value, BigDecimal by) {
		return value.divide(by, 6, RoundingMode.HALF_UP);
	}

}
