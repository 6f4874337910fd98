package org.twitchingreference.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.twitchingreference.chart.Dosing;
import org.twitchingreference.chart.Dosing.Dose;
import org.twitchingreference.chart.Dosing.Rhythm;
import org.twitchingreference.chart.Dosing.Strength;
import org.twitchingreference.chart.Medicine;
import org.twitchingreference.clinical.Ucum;
import org.twitchingreference.clinical.UnitText;
import org.twitchingreference.clinical.Units;

/** Works out daily doses from orders; what is not stated plainly is not worked out. */
final class DailyDoses {

	/** The UCUM annotations that tablets and capsules are read as. */
	private static final Set<String> PIECES = Set.of("{tbl}", "{cap}");

	private static final BigDecimal HOURS = BigDecimal.valueOf(24);

	private static final BigDecimal DAYS = BigDecimal.valueOf(7);

	private final Units units;

	private final Ucum ucum;

	DailyDoses(Units units, Ucum ucum) {
		this.units = units;
		this.ucum = ucum;
	}

	/** The daily dose of the medicine in the unit. */
	DailyDose of(Medicine medicine, String unit) {
		if (!(medicine.dosing() instanceof Dosing.Stated stated)) {
			return DailyDose.unclear(medicine.name(), ((Dosing.Unclear) medicine.dosing()).why());
		}
		BigDecimal total = BigDecimal.ZERO;
		List<String> words = new ArrayList<>();
		boolean asNeeded = false;
		for (Dose dose : stated.doses()) {
			Optional<BigDecimal> each = each(dose, stated.strengths(), unit);
			if (each.isEmpty()) {
				return DailyDose.unclear(medicine.name(), whyNot(dose, stated.strengths(), unit));
			}
			total = total.add(aDay(dose.rhythm(), each.get().multiply(dose.amount())));
			words.add(words(dose, each.get(), unit));
			asNeeded |= dose.asNeeded();
		}
		BigDecimal amount = total.setScale(1, RoundingMode.HALF_UP);
		return new DailyDose(medicine.name(), Optional.of(amount), String.join(" + ", words) + " = "
				+ (asNeeded ? "up to " : "") + Words.number(amount) + " " + unit + " a day");
	}

	/** What one of the dose's unit holds. */
	private Optional<BigDecimal> each(Dose dose, List<Strength> strengths, String unit) {
		Optional<String> read = this.units.read(dose.unit());
		if (read.filter(PIECES::contains).isEmpty()) {
			return read.flatMap((known) -> this.ucum.factor(known, unit));
		}
		List<BigDecimal> held = held(strengths, unit);
		return (held.size() == 1) ? Optional.of(held.get(0)) : Optional.empty();
	}

	/** The different amounts that one tablet or capsule is said to hold. */
	private List<BigDecimal> held(List<Strength> strengths, String unit) {
		return strengths.stream()
			.filter((strength) -> strength.per().compareTo(BigDecimal.ONE) == 0 && isPiece(strength.perUnit()))
			.flatMap((strength) -> this.units.read(strength.unit())
				.flatMap((read) -> this.ucum.factor(read, unit))
				.map((factor) -> factor.multiply(strength.amount()).stripTrailingZeros())
				.stream())
			.distinct()
			.toList();
	}

	private boolean isPiece(UnitText unit) {
		return unit.isMissing()
				|| this.units.read(unit).filter((read) -> PIECES.contains(read) || read.equals("1")).isPresent();
	}

	private String whyNot(Dose dose, List<Strength> strengths, String unit) {
		if (dose.unit().isMissing()) {
			return "its amount has no unit";
		}
		if (this.units.read(dose.unit()).filter(PIECES::contains).isEmpty()) {
			return "the unit of its amount is not understood";
		}
		return held(strengths, unit).isEmpty() ? "its strength is not stated" : "its stated strengths differ";
	}

	private static BigDecimal aDay(Rhythm rhythm, BigDecimal dose) {
		BigDecimal times = dose.multiply(BigDecimal.valueOf(rhythm.times()));
		return switch (rhythm.span()) {
			case HOUR -> times.multiply(HOURS).divide(rhythm.period(), MathContext.DECIMAL128);
			case DAY -> times.divide(rhythm.period(), MathContext.DECIMAL128);
			case WEEK -> times.divide(rhythm.period().multiply(DAYS), MathContext.DECIMAL128);
		};
	}

	private String words(Dose dose, BigDecimal each, String unit) {
		boolean pieces = this.units.read(dose.unit()).filter(PIECES::contains).isPresent();
		String amount = pieces ? Words.number(dose.amount()) + " x " + Words.number(each)
				: Words.number(each.multiply(dose.amount()));
		return amount + " " + unit + ", " + Words.rhythm(dose.rhythm());
	}

}
