package org.twitchingreference.oracle.random;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

import org.twitchingreference.oracle.random.Vocabulary.Measurement;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values on, just beside and far from the limits of an analyte, in each of its units and
 * spellings, and what is no value.
 */
final class RandomValues {

	private final Vocabulary vocabulary;

	private final Draw draw;

	RandomValues(Vocabulary vocabulary, Draw draw) {
		this.vocabulary = vocabulary;
		this.draw = draw;
	}

	void value(ObjectNode result, Measurement measurement, String unit) {
		switch (this.draw.below(46)) {
			case 9, 10 -> result.put("valueString", text(measurement, unit));
			case 11 -> result.putObject("valueCodeableConcept").put("text", text(measurement, unit));
			case 12 -> quantity(result.putObject("valueQuantity"), impossible(), unit);
			case 13 -> {
				measured(result.putObject("valueQuantity"), measurement, unit);
				result.putObject("dataAbsentReason").put("text", "error");
			}
			case 14 -> {
				measured(result.putObject("valueQuantity"), measurement, unit);
				absent((ObjectNode) result.required("valueQuantity"));
			}
			case 15 -> absent(result.putObject("valueQuantity"));
			case 0 -> result.put("valueString", amount(measurement, unit).toPlainString());
			case 1 -> result.put("valueString", "pending");
			case 2 -> result.put("valueInteger", this.draw.below(200));
			case 3 -> result.putObject("valueCodeableConcept").put("text", "low");
			case 4 -> quantity(result.putObject("valueRange").putObject("low"), measurement, unit);
			case 5 -> quantity(result.putObject("valueRatio").putObject("numerator"), measurement, unit);
			case 6 -> result.putObject("dataAbsentReason").put("text", "specimen lost");
			case 7 -> {
				quantity(result.putObject("valueQuantity"), measurement, unit);
				((ObjectNode) result.required("valueQuantity")).remove("value");
			}
			case 8 -> {
				// Neither a value nor a reason
			}
			default -> measured(result.putObject("valueQuantity"), measurement, unit);
		}
	}

	/** An amount as text, which may or may not be plain. */
	private String text(Measurement measurement, String unit) {
		String amount = amount(measurement, unit).toPlainString();
		return this.draw.word("", "", ">", "< ", "GT ", "less than ", "below ", "Over ", "\u2265", "about ")
				+ (this.draw.oneIn(4) ? amount.replace('.', ',') : parted(amount)) + this.draw.word(" ", " ", "")
				+ this.draw.word(unit, unit, unit, "", "LL", "mmol/L (3.5-5.1)");
	}

	/** Thousands are parted in one way or another. */
	private String parted(String amount) {
		return this.draw.oneIn(3)
				? amount.replaceFirst("^(\\d{1,3})(\\d{3})(?!\\d)", "$1" + this.draw.word(",", ".", " ", "'") + "$2")
				: amount;
	}

	private BigDecimal impossible() {
		return new BigDecimal(this.draw.word("-1", "-0.1", "9999", "999999", "0"));
	}

	private static void absent(ObjectNode quantity) {
		quantity.putArray("extension")
			.addObject()
			.put("url", "http://hl7.org/fhir/StructureDefinition/data-absent-reason")
			.put("valueCode", "masked");
	}

	private void measured(ObjectNode quantity, Measurement measurement, String unit) {
		quantity(quantity, measurement, unit);
		if (this.draw.oneIn(10)) {
			quantity.put("comparator", this.draw.word("<", "<=", ">", ">="));
		}
	}

	/** A reference range around the limits, its units as stated or left out. */
	void range(ObjectNode range, Measurement measurement, String unit) {
		String of = this.draw.oneIn(15) ? this.draw.of(List.copyOf(measurement.units().keySet())) : unit;
		BigDecimal low = limit(measurement, of, 0);
		BigDecimal high = limit(measurement, of, 2);
		if (this.draw.oneIn(8)) {
			impossible(range, low, high, unit);
		}
		else if (this.draw.oneIn(6)) {
			range.put("text", text(low, high, unit));
		}
		else {
			limits(range, low, high, unit);
		}
		if (this.draw.oneIn(12)) {
			range.putObject("type").putArray("coding").addObject().put("code", this.draw.word("normal", "treatment"));
		}
		if (this.draw.oneIn(6)) {
			new RandomPopulations(this.draw).add(range.putArray("appliesTo"));
		}
		if (this.draw.oneIn(8)) {
			age(range.putObject("age"));
		}
	}

	/** A limit that is believed, or at an end of what is, or anything. */
	private BigDecimal limit(Measurement measurement, String unit, int from) {
		if (measurement.reportLimits().isEmpty() || this.draw.oneIn(12)) {
			return amount(measurement, unit);
		}
		BigDecimal least = measurement.reportLimits().get(from);
		BigDecimal greatest = measurement.reportLimits().get(from + 1);
		BigDecimal part = this.draw.oneIn(10) ? BigDecimal.valueOf(this.draw.below(2))
				: BigDecimal.valueOf(this.draw.below(101)).movePointLeft(2);
		return inUnit(measurement, unit, least.add(greatest.subtract(least).multiply(part)));
	}

	/** Nothing, the same twice, turned round, a sign for none, below zero. */
	private void impossible(ObjectNode range, BigDecimal low, BigDecimal high, String unit) {
		switch (this.draw.below(6)) {
			case 0 -> limits(range, BigDecimal.ZERO, BigDecimal.ZERO, unit);
			case 1 -> limits(range, low, low, unit);
			case 2 -> limits(range, high, low, unit);
			case 3 -> limits(range, low, new BigDecimal(this.draw.word("999", "9999", "999999")), unit);
			case 4 -> limits(range, low.negate(), high, unit);
			default -> range.put("text", this.draw.word("0-0", "0 - 9999", "5.1-3.5"));
		}
	}

	private void limits(ObjectNode range, BigDecimal low, BigDecimal high, String unit) {
		boolean bare = this.draw.oneIn(4);
		if (!this.draw.oneIn(6)) {
			limit(range.putObject("low"), low, bare ? "" : unit);
		}
		if (!range.has("low") || !this.draw.oneIn(6)) {
			limit(range.putObject("high"), high, bare ? "" : unit);
		}
	}

	private void limit(ObjectNode limit, BigDecimal amount, String unit) {
		limit.put("value", amount);
		if (!unit.isEmpty()) {
			unit(limit, unit);
		}
	}

	private String text(BigDecimal low, BigDecimal high, String unit) {
		String limits = low.toPlainString() + this.draw.word("-", " - ", " to ", "\u2013") + high.toPlainString();
		return switch (this.draw.below(5)) {
			case 0 -> limits + " " + unit;
			case 1 -> "(" + limits + ")";
			case 2 -> "<" + high.toPlainString();
			default -> limits;
		};
	}

	private void age(ObjectNode age) {
		if (this.draw.oneIn(2)) {
			age.putObject("low").put("value", this.draw.between(12, 70)).put("code", "a");
		}
		if (age.isEmpty() || this.draw.oneIn(2)) {
			String unit = this.draw.word("a", "a", "mo", "d", "years", "Months", "moons");
			int value = switch (unit) {
				case "mo", "Months" -> this.draw.between(100, 1000);
				case "d" -> this.draw.between(3000, 30000);
				default -> this.draw.between(18, 90);
			};
			age.putObject("high").put("value", value).put("unit", unit);
		}
	}

	private void quantity(ObjectNode quantity, Measurement measurement, String unit) {
		quantity(quantity, amount(measurement, unit), unit);
	}

	private void quantity(ObjectNode quantity, BigDecimal amount, String unit) {
		quantity.put("value", amount);
		unit(quantity, unit);
	}

	private void unit(ObjectNode quantity, String unit) {
		switch (this.draw.below(16)) {
			case 0 -> quantity.put("unit", this.draw.of(this.vocabulary.spellings(unit)));
			case 1 -> quantity.put("code", unit);
			case 2 -> quantity.put("unit", this.draw.of(this.vocabulary.spellings(unit)))
				.put("system", "http://unitsofmeasure.org")
				.put("code", this.draw.of(this.vocabulary.spellings(unit)));
			case 3 -> quantity.put("unit", anyUnit(unit)).put("system", "http://unitsofmeasure.org").put("code", unit);
			case 4 -> quantity.put("unit", unit).put("system", "http://hospital.example/units").put("code", "7");
			case 5 -> quantity.put("unit", anyUnit(unit));
			case 6 -> {
				if (this.draw.oneIn(2)) {
					quantity.put("unit", this.draw.word("units", "mmol", "%", "mg%", "??", " "));
				}
			}
			default -> quantity.put("unit", unit).put("system", "http://unitsofmeasure.org").put("code", unit);
		}
	}

	/**
	 * A unit of another analyte; none so much smaller that the difference of two amounts
	 * would lie beyond the eight decimals of CQL.
	 */
	private String anyUnit(String unit) {
		Measurement other = this.draw.of(this.vocabulary.measurements());
		String any = this.draw.of(List.copyOf(other.units().keySet()));
		boolean tooSmall = any.startsWith("p") && !unit.startsWith("p") && !unit.startsWith("n");
		return tooSmall ? "%" : any;
	}

	/** The amount in the unit; most are at a limit or a last digit away from one. */
	private BigDecimal amount(Measurement measurement, String unit) {
		return inUnit(measurement, unit, canonical(measurement));
	}

	private BigDecimal inUnit(Measurement measurement, String unit, BigDecimal canonical) {
		BigDecimal factor = Objects.requireNonNull(measurement.units().get(unit), unit);
		int digits = (factor.compareTo(BigDecimal.ONE) != 0) ? this.draw.between(1, 4) : measurement.decimals() + 1;
		BigDecimal amount = canonical.divide(factor, MathContext.DECIMAL64).setScale(digits, RoundingMode.HALF_UP);
		return this.draw.oneIn(3) ? amount : amount.stripTrailingZeros();
	}

	private BigDecimal canonical(Measurement measurement) {
		BigDecimal limit = measurement.limits().isEmpty() ? BigDecimal.TEN : this.draw.of(measurement.limits());
		BigDecimal step = BigDecimal.ONE.movePointLeft(measurement.decimals());
		return switch (this.draw.below(6)) {
			case 0 -> limit;
			case 1 -> limit.subtract(step);
			case 2 -> limit.add(step);
			case 3 -> limit.subtract(step.multiply(new BigDecimal("0.5")));
			default -> limit.multiply(BigDecimal.valueOf(this.draw.between(30, 220)).movePointLeft(2));
		};
	}

}
