package org.twitchingreference.mapping.element;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Ratio;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.chart.DoubtfulValue.Contradicted;
import org.twitchingreference.chart.ResultValue;
import org.twitchingreference.chart.ResultValue.Coded;
import org.twitchingreference.chart.ResultValue.Dated;
import org.twitchingreference.chart.ResultValue.Measured;
import org.twitchingreference.chart.ResultValue.Other;
import org.twitchingreference.chart.TextAmounts;
import org.twitchingreference.chart.ValueReason;
import org.twitchingreference.clinical.Comparator;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.clinical.UnitText;

/**
 * The value of an observation or component. A Quantity with a number is a measurement,
 * and so is a text that is a measurement and nothing else; any other text is shown, never
 * interpreted.
 */
public final class ResultValueMapping {

	/** A whole number without a unit is a count (a score), whatever else it may mean. */
	private static final UnitText COUNT = new UnitText("", UnitText.UCUM, "1");

	private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

	private ResultValueMapping() {
	}

	public static ResultValue of(@Nullable Type value, CodeableConcept absentReason) {
		CodeableConcept absent = absentReason.isEmpty() ? within(value) : absentReason;
		if (value == null || value.isEmpty()) {
			return new Other("", missing(absent, ValueReason.NO_VALUE, ValueReason.NO_VALUE_BECAUSE));
		}
		ResultValue stated = stated(value, absent);
		return (absent.isEmpty() || stated.shown().isEmpty() || (stated instanceof Other other && other.isExplained()))
				? stated : new Contradicted(stated, Codings.name(absent));
	}

	private static ResultValue stated(Type value, CodeableConcept absent) {
		return switch (value.fhirType()) {
			case "Quantity" -> quantity((Quantity) value, absent);
			case "string" -> amount(value).orElseGet(
					() -> new Other(ChartText.name(value.primitiveValue()), ValueReason.TEXT_NOT_NUMBER.reason()));
			case "CodeableConcept" -> coded((CodeableConcept) value);
			case "dateTime" -> dated((DateTimeType) value);
			case "Range" -> new Other(shown((Range) value), ValueReason.RANGE_NOT_NUMBER.reason());
			case "Ratio" -> new Other(shown((Ratio) value), ValueReason.RATIO_NOT_NUMBER.reason());
			case "integer" ->
				new Measured(BigDecimal.valueOf(((IntegerType) value).getValue()), Comparator.EXACT, COUNT);
			default -> new Other(value.isPrimitive() ? ChartText.name(value.primitiveValue()) : "",
					ValueReason.NO_MEASURED_NUMBER.reason());
		};
	}

	/** The words of a value that is a text, or a concept without codes. */
	static Optional<String> text(@Nullable Type value) {
		if (value instanceof CodeableConcept concept) {
			return concept.hasCoding() ? Optional.empty() : Optional.of(ChartText.name(concept.getText()));
		}
		return (value != null && value.fhirType().equals("string"))
				? Optional.of(ChartText.name(value.primitiveValue())) : Optional.empty();
	}

	/** A text that is an amount, or perhaps one in thousands. */
	private static Optional<ResultValue> amount(Type value) {
		Optional<String> text = text(value);
		return text.flatMap(TextAmounts::read)
			.<ResultValue>map((read) -> read)
			.or(() -> text.flatMap(TextAmounts::thousands));
	}

	/** The reason that a quantity itself gives for having no number. */
	private static CodeableConcept within(@Nullable Type value) {
		CodeableConcept reason = new CodeableConcept();
		if (value instanceof Quantity quantity) {
			Stream.concat(quantity.getExtension().stream(), quantity.getValueElement().getExtension().stream())
				.filter((extension) -> ABSENT.equals(extension.getUrl()))
				.map((extension) -> extension.getValue())
				.filter(Objects::nonNull)
				.findFirst()
				.ifPresent((code) -> reason.setText(code.primitiveValue()));
		}
		return reason;
	}

	private static ResultValue coded(CodeableConcept value) {
		return amount(value).orElseGet(() -> new Coded(Codings.name(value), Codings.codes(value)));
	}

	private static ResultValue dated(DateTimeType value) {
		return new Dated(ChartText.name(value.getValueAsString()), ChartTimes.of(value));
	}

	private static ResultValue quantity(Quantity quantity, CodeableConcept absent) {
		Optional<BigDecimal> amount = Amounts.amount(quantity);
		if (amount.isEmpty()) {
			return new Other(Amounts.shown(quantity),
					missing(absent, ValueReason.NO_USABLE_NUMBER, ValueReason.NO_USABLE_NUMBER_BECAUSE));
		}
		Optional<Comparator> comparator = Amounts.comparator(quantity);
		return comparator.<ResultValue>map((known) -> new Measured(amount.get(), known, Amounts.unit(quantity)))
			.orElseGet(() -> new Other(Amounts.shown(quantity), ValueReason.COMPARATOR_NOT_UNDERSTOOD.reason()));
	}

	private static String shown(Range range) {
		return ChartText.name(Amounts.shown(range.getLow()) + " – " + Amounts.shown(range.getHigh()));
	}

	private static String shown(Ratio ratio) {
		return ChartText.name(Amounts.shown(ratio.getNumerator()) + " : " + Amounts.shown(ratio.getDenominator()));
	}

	/** A missing value, with the report's reason if it gives one. */
	private static Reason missing(CodeableConcept absent, ValueReason what, ValueReason because) {
		String reason = Codings.name(absent);
		return reason.isEmpty() ? what.reason() : because.reason(reason);
	}

}
