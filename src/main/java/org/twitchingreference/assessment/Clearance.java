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
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Analyte.CockcroftGault;

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
				Optional<String> obstacle = obstacle(reading);
				if (obstacle.isPresent()) {
					return new Newest.Missing(
							Doubt.UNDECIDED, analyte.title(), Words.value(reading.result())
									+ Words.dated(reading.result().time()) + ": " + obstacle.get(),
							List.of(reading.result()));
				}
			}
		}
		return newest;
	}

	private static Optional<String> obstacle(Reading reading) {
		if (reading.comparator() != Comparator.EXACT) {
			return Optional.of("a result that is only bounded cannot be computed with");
		}
		return (reading.unrounded().signum() > 0) ? Optional.empty() : Optional.of("not above zero");
	}

	/** Why the formula is not for this patient, if it is not. */
	private Optional<Newest.Missing> notFor(CockcroftGault formula) {
		BigDecimal fromAge = BigDecimal.valueOf(formula.fromAge());
		boolean read = this.facts.isComplete(Part.PATIENT);
		if (this.age.isBelow(fromAge)) {
			return Optional.of(missing(Doubt.UNDECIDED, "Age", "the formula is not for children under " + fromAge));
		}
		if (!this.age.isExact() || !this.age.isBelow(formula.agePivot())) {
			return Optional.of(missing(read ? Doubt.UNDECIDED : Doubt.NOT_READ, "Age",
					"the birth date is missing, imprecise or not plausible"));
		}
		boolean known = sex().filter(List.of("male", FEMALE)::contains).isPresent();
		return known ? Optional.empty() : Optional
			.of(missing(read ? Doubt.UNDECIDED : Doubt.NOT_READ, "Sex", "neither male nor female in this chart"));
	}

	private static Newest.Missing missing(Doubt doubt, String what, String why) {
		return new Newest.Missing(doubt, what, why, List.of());
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
		String unit = analyte.units().canonicalUnit();
		String remark = analyte.title() + " " + Words.number(amount) + " " + unit + " by Cockcroft-Gault: "
				+ (female ? "woman" : "man") + " of " + years + ", " + Words.value(weight.result())
				+ Words.dated(weight.result().time());
		return new Reading(analyte, creatinine.result(), new Quantity(amount, unit), Comparator.EXACT,
				creatinine.factor(), List.of(weight.result()), remark, true);
	}

}
