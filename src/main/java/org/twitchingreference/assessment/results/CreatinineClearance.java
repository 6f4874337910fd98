package org.twitchingreference.assessment.results;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.facts.Age;
import org.twitchingreference.assessment.facts.AsWritten;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.GapSubject;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.Comparator;
import org.twitchingreference.clinical.Quantity;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Derivation.CockcroftGault;

/**
 * Creatinine clearance by Cockcroft and Gault from the newest creatinine, the newest
 * weight, age and sex; nothing is assumed if one of them is not known.
 */
final class CreatinineClearance {

	private static final String FEMALE = "female";

	private final Facts facts;

	private final Results results;

	private final Age age;

	CreatinineClearance(Facts facts, Results results) {
		this.facts = facts;
		this.results = results;
		this.age = Age.of(facts.chart().patient(), facts.asOf());
	}

	NewestResult newest(Analyte analyte, CockcroftGault formula, int withinDays) {
		NewestResult creatinine = usable(this.facts.analyte(formula.creatinine()), withinDays);
		if (creatinine instanceof NewestResult.Missing missing) {
			return missing.forComputed();
		}
		Analyte weightAnalyte = this.facts.analyte(formula.weight());
		NewestResult weight = usable(weightAnalyte, weightAnalyte.validDays());
		if (weight instanceof NewestResult.Missing missing) {
			return missing.forComputed();
		}
		return notFor(formula).<NewestResult>map((missing) -> missing)
			.orElseGet(() -> compute(analyte, formula, (NewestResult.Found) creatinine, (NewestResult.Found) weight));
	}

	/** Amounts above zero that are known exactly. */
	private NewestResult usable(Analyte analyte, int withinDays) {
		NewestResult newest = this.results.newest(analyte, withinDays);
		if (newest instanceof NewestResult.Found found) {
			for (CanonicalResult reading : found.readings()) {
				Optional<ResultReason> obstacle = obstacle(reading);
				if (obstacle.isPresent()) {
					return NewestResult.Missing.of(
							Doubt.UNDECIDED, analyte, ResultReason.RESULT_UNUSABLE
								.reason(AsWritten.dated(reading.result()), obstacle.get().reason()),
							List.of(reading.result()));
				}
			}
		}
		return newest;
	}

	private static Optional<ResultReason> obstacle(CanonicalResult reading) {
		if (reading.comparator() != Comparator.EXACT) {
			return Optional.of(ResultReason.ONLY_BOUNDED);
		}
		return (reading.unrounded().signum() > 0) ? Optional.empty() : Optional.of(ResultReason.NOT_ABOVE_ZERO);
	}

	/** Why the formula does not apply to this patient, if it does not. */
	private Optional<NewestResult.Missing> notFor(CockcroftGault formula) {
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

	private static NewestResult.Missing missing(Doubt doubt, GapSubject what, Reason why) {
		return new NewestResult.Missing(doubt, new Gap(what.reason(), why), List.of(), List.of(), Optional.empty());
	}

	private Optional<String> sex() {
		return this.facts.chart().patient().sex();
	}

	private NewestResult compute(Analyte analyte, CockcroftGault formula, NewestResult.Found creatinine,
			NewestResult.Found weight) {
		List<CanonicalResult> computed = new ArrayList<>();
		for (CanonicalResult one : creatinine.readings()) {
			weight.readings().forEach((other) -> computed.add(compute(analyte, formula, one, other)));
		}
		return new NewestResult.Found(computed);
	}

	private CanonicalResult compute(Analyte analyte, CockcroftGault formula, CanonicalResult creatinine,
			CanonicalResult weight) {
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
		return new CanonicalResult(analyte, creatinine.result(), clearance, Comparator.EXACT, creatinine.factor(),
				List.of(weight.result()), Optional.of(remark), true);
	}

}
