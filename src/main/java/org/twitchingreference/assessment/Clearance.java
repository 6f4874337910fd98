package org.twitchingreference.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.Outcome.Doubt;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.Comparator;
import org.twitchingreference.clinical.Quantity;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Derivation.CockcroftGault;

/**
 * Creatinine clearance by Cockcroft and Gault from the newest creatinine, the newest
 * weight, age and sex; nothing is assumed where one of them is not known.
 */
final class Clearance {

	private static final String FEMALE = "female";

	private final Facts facts;

	private final Results results;

	private final Age age;

	Clearance(Facts facts, Results results) {
		this.facts = facts;
		this.results = results;
		this.age = Age.of(facts.chart().patient(), facts.asOf());
	}

	Newest newest(Analyte analyte, CockcroftGault formula, int withinDays) {
		Newest creatinine = usable(this.facts.analyte(formula.creatinine()), withinDays);
		if (creatinine instanceof Newest.Missing missing) {
			return missing;
		}
		Analyte weightAnalyte = this.facts.analyte(formula.weight());
		Newest weight = usable(weightAnalyte, weightAnalyte.validDays());
		if (weight instanceof Newest.Missing missing) {
			return missing;
		}
		return notFor(formula).<Newest>map((missing) -> missing)
			.orElseGet(() -> compute(analyte, formula, (Newest.Found) creatinine, (Newest.Found) weight));
	}

	/** Amounts above zero that are known exactly. */
	private Newest usable(Analyte analyte, int withinDays) {
		Newest newest = this.results.newest(analyte, withinDays);
		if (newest instanceof Newest.Found found) {
			for (Reading reading : found.readings()) {
				Optional<ResultReason> obstacle = obstacle(reading);
				if (obstacle.isPresent()) {
					return Newest.Missing.of(
							Doubt.UNDECIDED, analyte, ResultReason.RESULT_UNUSABLE
								.reason(AsWritten.dated(reading.result()), obstacle.get().reason()),
							List.of(reading.result()));
				}
			}
		}
		return newest;
	}

	private static Optional<ResultReason> obstacle(Reading reading) {
		if (reading.comparator() != Comparator.EXACT) {
			return Optional.of(ResultReason.ONLY_BOUNDED);
		}
		return (reading.unrounded().signum() > 0) ? Optional.empty() : Optional.of(ResultReason.NOT_ABOVE_ZERO);
	}

	/** Why the formula is not for this patient, if it is not. */
	private Optional<Newest.Missing> notFor(CockcroftGault formula) {
		BigDecimal fromAge = BigDecimal.valueOf(formula.fromAge());
		boolean read = this.facts.isComplete(Part.PATIENT);
		if (this.age.isBelow(fromAge)) {
			return Optional
				.of(missing(Doubt.UNDECIDED, GapSubject.AGE, ResultReason.FORMULA_FOR_OLDER.reason(formula.fromAge())));
		}
		if (!this.age.isExact() || !this.age.isBelow(formula.agePivot())) {
			return Optional.of(missing(read ? Doubt.UNDECIDED : Doubt.NOT_READ, GapSubject.AGE,
					ResultReason.BIRTH_DATE_UNUSABLE.reason()));
		}
		boolean known = sex().filter(List.of("male", FEMALE)::contains).isPresent();
		return known ? Optional.empty() : Optional.of(missing(read ? Doubt.UNDECIDED : Doubt.NOT_READ, GapSubject.SEX,
				ResultReason.NEITHER_MALE_NOR_FEMALE.reason()));
	}

	private static Newest.Missing missing(Doubt doubt, GapSubject what, Reason why) {
		return new Newest.Missing(doubt, new Gap(what.reason(), why), List.of());
	}

	private Optional<String> sex() {
		return this.facts.chart().patient().sex();
	}

	private Newest compute(Analyte analyte, CockcroftGault formula, Newest.Found creatinine, Newest.Found weight) {
		List<Reading> computed = new ArrayList<>();
		for (Reading one : creatinine.readings()) {
			weight.readings().forEach((other) -> computed.add(compute(analyte, formula, one, other)));
		}
		return new Newest.Found(computed);
	}

	private Reading compute(Analyte analyte, CockcroftGault formula, Reading creatinine, Reading weight) {
		boolean female = sex().filter(FEMALE::equals).isPresent();
		BigDecimal years = BigDecimal.valueOf(this.age.youngest());
		BigDecimal dividend = formula.agePivot()
			.subtract(years)
			.multiply(weight.unrounded())
			.multiply(female ? formula.femaleFactor() : BigDecimal.ONE)
			.multiply(formula.creatinineFactor());
		BigDecimal amount = dividend.divide(formula.divisor().multiply(creatinine.unrounded()),
				analyte.units().decimals(), RoundingMode.HALF_UP);
		Quantity clearance = new Quantity(amount, analyte.units().canonicalUnit());
		Reason remark = (female ? ResultReason.CLEARANCE_OF_WOMAN : ResultReason.CLEARANCE_OF_MAN)
			.reason(analyte.title(), clearance, this.age.youngest(), AsWritten.dated(weight.result()));
		return new Reading(analyte, creatinine.result(), clearance, Comparator.EXACT, creatinine.factor(),
				List.of(weight.result()), Optional.of(remark), true);
	}

}
