package org.twitchingreference.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import org.twitchingreference.assessment.Outcome.Doubt;
import org.twitchingreference.clinical.Comparator;
import org.twitchingreference.clinical.Quantity;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Analyte.AlbuminAdjusted;
import org.twitchingreference.knowledge.Analyte.CockcroftGault;
import org.twitchingreference.knowledge.Analyte.Derivation;
import org.twitchingreference.knowledge.Analyte.Derivation.Computation;
import org.twitchingreference.knowledge.Analyte.Ratio;
import org.twitchingreference.knowledge.Analyte.TakenTogether;

/** Computes the analytes that no laboratory reports, from the results of others. */
final class Computed {

	private final Results results;

	private final Facts facts;

	private final Clearance clearance;

	Computed(Results results, Facts facts) {
		this.results = results;
		this.facts = facts;
		this.clearance = new Clearance(facts, results);
	}

	Newest newest(Analyte analyte, Derivation derivation, int withinDays) {
		return derivation.compute(new Computation<Newest>() {

			@Override
			public Newest together(TakenTogether formula) {
				return Computed.this.together(analyte, formula, withinDays);
			}

			@Override
			public Newest clearance(CockcroftGault formula) {
				return Computed.this.clearance.newest(analyte, formula, withinDays);
			}

		});
	}

	private Newest together(Analyte analyte, TakenTogether derivation, int withinDays) {
		Analyte first = this.facts.analyte(derivation.needs().get(0));
		Analyte second = this.facts.analyte(derivation.needs().get(1));
		Newest base = this.results.newest(first, withinDays);
		if (base instanceof Newest.Missing missing) {
			return missing;
		}
		List<Reading> computed = new ArrayList<>();
		for (Reading reading : ((Newest.Found) base).readings()) {
			List<Reading> others = this.results.near(second, reading.result().time().orElseThrow(),
					derivation.withinHours());
			if (others.isEmpty()) {
				return new Newest.Missing(Doubt.UNDECIDED, first.title(),
						"without " + second.title() + " within " + derivation.withinHours()
								+ " hours: cannot be judged",
						((Newest.Found) base).readings().stream().map(Reading::result).toList());
			}
			others.forEach((other) -> computed.add(compute(analyte, derivation, reading, other)));
		}
		return exact(computed);
	}

	private static Newest exact(List<Reading> computed) {
		return computed.stream()
			.filter((reading) -> reading.comparator() != Comparator.EXACT)
			.findFirst()
			.<Newest>map((open) -> new Newest.Missing(Doubt.UNDECIDED, open.analyte().title(),
					"a result that is only bounded cannot be computed with",
					computed.stream().map(Reading::result).distinct().toList()))
			.orElseGet(() -> new Newest.Found(computed));
	}

	private static Reading compute(Analyte analyte, TakenTogether derivation, Reading first, Reading second) {
		boolean exact = first.comparator() == Comparator.EXACT && second.comparator() == Comparator.EXACT;
		Comparator comparator = exact ? Comparator.EXACT : Comparator.LESS;
		if (derivation instanceof AlbuminAdjusted adjusted) {
			return adjusted(analyte, adjusted, first, second, comparator);
		}
		BigDecimal ratio = ratio(analyte, first, second);
		return new Reading(analyte, first.result(), new Quantity(ratio, analyte.units().canonicalUnit()), comparator,
				first.factor(), List.of(second.result()), ((Ratio) derivation).numerator() + " to "
						+ ((Ratio) derivation).denominator() + " " + Words.number(ratio),
				true);
	}

	private static BigDecimal ratio(Analyte analyte, Reading first, Reading second) {
		BigDecimal divisor = second.quantity().amount();
		return (divisor.signum() != 0)
				? first.quantity().amount().divide(divisor, analyte.units().decimals(), RoundingMode.HALF_UP)
				: BigDecimal.ZERO;
	}

	private static Reading adjusted(Analyte analyte, AlbuminAdjusted formula, Reading total, Reading albumin,
			Comparator comparator) {
		BigDecimal difference = formula.pivot().subtract(albumin.quantity().amount());
		BigDecimal amount = total.quantity()
			.amount()
			.add(formula.factor().multiply(difference))
			.setScale(analyte.units().decimals(), RoundingMode.HALF_UP);
		boolean reliable = albumin.quantity().amount().compareTo(formula.reliableFrom()) >= 0;
		String remark = "adjusted for albumin: " + Words.number(amount) + " " + analyte.units().canonicalUnit()
				+ (reliable ? "" : "; at this albumin the adjustment is unreliable");
		return new Reading(analyte, total.result(), new Quantity(amount, analyte.units().canonicalUnit()), comparator,
				total.factor(), List.of(albumin.result()), remark, reliable);
	}

}
