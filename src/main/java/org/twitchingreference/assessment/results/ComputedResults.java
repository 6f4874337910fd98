package org.twitchingreference.assessment.results;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.clinical.Comparator;
import org.twitchingreference.clinical.Quantity;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Derivation;
import org.twitchingreference.knowledge.Derivation.AlbuminAdjusted;
import org.twitchingreference.knowledge.Derivation.CockcroftGault;
import org.twitchingreference.knowledge.Derivation.Computation;
import org.twitchingreference.knowledge.Derivation.Ratio;
import org.twitchingreference.knowledge.Derivation.TakenTogether;

/** Computes analytes from the results of others. */
final class ComputedResults {

	private final Results results;

	private final Facts facts;

	private final CreatinineClearance clearance;

	ComputedResults(Results results, Facts facts) {
		this.results = results;
		this.facts = facts;
		this.clearance = new CreatinineClearance(facts, results);
	}

	NewestResult newest(Analyte analyte, Derivation derivation, int withinDays) {
		return derivation.compute(new Computation<NewestResult>() {

			@Override
			public NewestResult together(TakenTogether formula) {
				return ComputedResults.this.together(analyte, formula, withinDays);
			}

			@Override
			public NewestResult clearance(CockcroftGault formula) {
				return ComputedResults.this.clearance.newest(analyte, formula, withinDays);
			}

		});
	}

	private NewestResult together(Analyte analyte, TakenTogether derivation, int withinDays) {
		Analyte first = this.facts.analyte(derivation.needs().get(0));
		Analyte second = this.facts.analyte(derivation.needs().get(1));
		NewestResult base = this.results.newest(first, withinDays);
		if (base instanceof NewestResult.Missing missing) {
			return missing.forComputed();
		}
		List<CanonicalResult> computed = new ArrayList<>();
		for (CanonicalResult reading : ((NewestResult.Found) base).readings()) {
			List<CanonicalResult> others = this.results.near(second, reading.result().time().orElseThrow(),
					derivation.withinHours());
			if (others.isEmpty()) {
				return NewestResult.Missing.of(Doubt.UNDECIDED, first,
						ResultReason.WITHOUT_COMPANION.reason(second.title(), derivation.withinHours()),
						((NewestResult.Found) base).readings().stream().map(CanonicalResult::result).toList());
			}
			others.forEach((other) -> computed.add(compute(analyte, derivation, reading, other)));
		}
		return exact(computed);
	}

	private static NewestResult exact(List<CanonicalResult> computed) {
		return computed.stream()
			.filter((reading) -> reading.comparator() != Comparator.EXACT)
			.findFirst()
			.<NewestResult>map((open) -> NewestResult.Missing.of(Doubt.UNDECIDED, open.analyte(),
					ResultReason.ONLY_BOUNDED.reason(),
					computed.stream().map(CanonicalResult::result).distinct().toList()))
			.orElseGet(() -> new NewestResult.Found(computed));
	}

	private static CanonicalResult compute(Analyte analyte, TakenTogether derivation, CanonicalResult first,
			CanonicalResult second) {
		boolean exact = first.comparator() == Comparator.EXACT && second.comparator() == Comparator.EXACT;
		Comparator comparator = exact ? Comparator.EXACT : Comparator.LESS;
		if (derivation instanceof AlbuminAdjusted adjusted) {
			return adjusted(analyte, adjusted, first, second, comparator);
		}
		BigDecimal ratio = ratio(analyte, first, second);
		return new CanonicalResult(analyte, first.result(), new Quantity(ratio, analyte.units().canonicalUnit()),
				comparator, first.factor(), List.of(second.result()), Optional.of(ResultReason.RATIO
					.reason(((Ratio) derivation).numerator(), ((Ratio) derivation).denominator(), ratio)),
				true);
	}

	private static BigDecimal ratio(Analyte analyte, CanonicalResult first, CanonicalResult second) {
		BigDecimal divisor = second.quantity().amount();
		return (divisor.signum() != 0)
				? first.quantity().amount().divide(divisor, analyte.units().decimals(), RoundingMode.HALF_UP)
				: BigDecimal.ZERO;
	}

	private static CanonicalResult adjusted(Analyte analyte, AlbuminAdjusted formula, CanonicalResult total,
			CanonicalResult albumin, Comparator comparator) {
		BigDecimal difference = formula.pivot().subtract(albumin.quantity().amount());
		BigDecimal amount = total.quantity()
			.amount()
			.add(formula.factor().multiply(difference))
			.setScale(analyte.units().decimals(), RoundingMode.HALF_UP);
		boolean reliable = albumin.quantity().amount().compareTo(formula.reliableFrom()) >= 0;
		Quantity value = new Quantity(amount, analyte.units().canonicalUnit());
		Reason remark = (reliable ? ResultReason.ADJUSTED_FOR_ALBUMIN : ResultReason.UNRELIABLY_ADJUSTED).reason(value);
		return new CanonicalResult(analyte, total.result(), value, comparator, total.factor(),
				List.of(albumin.result()), Optional.of(remark), reliable);
	}

}
