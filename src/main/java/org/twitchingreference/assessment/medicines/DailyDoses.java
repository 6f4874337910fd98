package org.twitchingreference.assessment.medicines;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.twitchingreference.chart.Dosing;
import org.twitchingreference.chart.Dosing.Dose;
import org.twitchingreference.chart.Dosing.Frequency;
import org.twitchingreference.chart.Dosing.IngredientStrength;
import org.twitchingreference.chart.Medicine;
import org.twitchingreference.clinical.Quantity;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.clinical.Ucum;
import org.twitchingreference.clinical.UnitText;
import org.twitchingreference.clinical.Units;

/** Calculates daily doses from orders that state them clearly. */
final class DailyDoses {

	/** The UCUM annotations for tablets and capsules. */
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
		List<Reason> each = new ArrayList<>();
		boolean asNeeded = false;
		for (Dose dose : stated.doses()) {
			Optional<BigDecimal> held = each(dose, stated.strengths(), unit);
			if (held.isEmpty()) {
				return DailyDose.unclear(medicine.name(), whyNot(dose, stated.strengths(), unit).reason());
			}
			total = total.add(aDay(dose.frequency(), held.get().multiply(dose.amount())));
			each.add(how(dose, held.get(), unit));
			asNeeded |= dose.asNeeded();
		}
		BigDecimal amount = total.setScale(1, RoundingMode.HALF_UP);
		Reason how = (asNeeded ? DoseReason.DAILY_DOSE_UP_TO : DoseReason.DAILY_DOSE)
			.reason(each.stream().reduce(DoseReason.SUM::reason).orElseThrow(), new Quantity(amount, unit));
		return new DailyDose(medicine.name(), Optional.of(amount), how);
	}

	/** How much one unit of the dose contains. */
	private Optional<BigDecimal> each(Dose dose, List<IngredientStrength> strengths, String unit) {
		Optional<String> read = this.units.read(dose.unit());
		if (read.filter(PIECES::contains).isEmpty()) {
			return read.flatMap((known) -> this.ucum.factor(known, unit));
		}
		List<BigDecimal> held = held(strengths, unit);
		return (held.size() == 1) ? Optional.of(held.get(0)) : Optional.empty();
	}

	/**
	 * The different amounts that one tablet or capsule contains, according to the
	 * strengths; one if they agree.
	 */
	private List<BigDecimal> held(List<IngredientStrength> strengths, String unit) {
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

	private DoseReason whyNot(Dose dose, List<IngredientStrength> strengths, String unit) {
		if (dose.unit().isMissing()) {
			return DoseReason.AMOUNT_WITHOUT_UNIT;
		}
		if (this.units.read(dose.unit()).filter(PIECES::contains).isEmpty()) {
			return DoseReason.AMOUNT_UNIT_NOT_UNDERSTOOD;
		}
		return held(strengths, unit).isEmpty() ? DoseReason.STRENGTH_NOT_STATED : DoseReason.STRENGTHS_DIFFER;
	}

	private static BigDecimal aDay(Frequency frequency, BigDecimal dose) {
		BigDecimal times = dose.multiply(BigDecimal.valueOf(frequency.times()));
		return switch (frequency.unit()) {
			case HOUR -> times.multiply(HOURS).divide(frequency.period(), MathContext.DECIMAL128);
			case DAY -> times.divide(frequency.period(), MathContext.DECIMAL128);
			case WEEK -> times.divide(frequency.period().multiply(DAYS), MathContext.DECIMAL128);
		};
	}

	private Reason how(Dose dose, BigDecimal each, String unit) {
		Reason frequency = frequency(dose.frequency());
		boolean pieces = this.units.read(dose.unit()).filter(PIECES::contains).isPresent();
		return pieces ? DoseReason.PIECES.reason(dose.amount(), new Quantity(each, unit), frequency)
				: DoseReason.AMOUNT.reason(new Quantity(each.multiply(dose.amount()), unit), frequency);
	}

	private static Reason frequency(Frequency frequency) {
		boolean single = frequency.period().compareTo(BigDecimal.ONE) == 0;
		return single ? DoseReason.TIMES_A.reason(frequency.times(), frequency.unit())
				: DoseReason.TIMES_EVERY.reason(frequency.times(), frequency.period(), frequency.unit());
	}

}
