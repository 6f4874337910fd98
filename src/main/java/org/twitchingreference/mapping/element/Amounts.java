package org.twitchingreference.mapping.element;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

import org.hl7.fhir.r4.model.Quantity;
import org.twitchingreference.clinical.Comparator;
import org.twitchingreference.clinical.UnitText;

/** Amounts and units from FHIR's Quantity, exactly as written. */
public final class Amounts {

	/** A number with more digits is not a measurement. */
	private static final int MOST_DIGITS = 30;

	private Amounts() {
	}

	/** The number, empty when there is none or it cannot be a measurement. */
	public static Optional<BigDecimal> amount(Quantity quantity) {
		return Optional.ofNullable(quantity.getValue())
			.filter((value) -> value.precision() <= MOST_DIGITS && Math.abs(value.scale()) <= MOST_DIGITS);
	}

	/** The comparator, empty when it is none of R4's. */
	public static Optional<Comparator> comparator(Quantity quantity) {
		String symbol = Objects.toString(quantity.getComparatorElement().getValueAsString(), "").strip();
		for (Comparator comparator : Comparator.values()) {
			if (comparator.symbol().equals(symbol)) {
				return Optional.of(comparator);
			}
		}
		return Optional.empty();
	}

	public static boolean isExact(Quantity quantity) {
		return comparator(quantity).filter((comparator) -> comparator == Comparator.EXACT).isPresent();
	}

	public static UnitText unit(Quantity quantity) {
		return new UnitText(ChartText.name(quantity.getUnit()), ChartText.name(quantity.getSystem()),
				ChartText.name(quantity.getCode()));
	}

	/** The amount and unit in one line, for what is shown but not computed with. */
	public static String shown(Quantity quantity) {
		String symbol = Objects.toString(quantity.getComparatorElement().getValueAsString(), "");
		String amount = amount(quantity).map(BigDecimal::toPlainString).orElse("");
		return ChartText.name(symbol + amount + " " + unit(quantity).shown());
	}

}
