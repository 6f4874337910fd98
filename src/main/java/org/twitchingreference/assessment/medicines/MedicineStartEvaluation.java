package org.twitchingreference.assessment.medicines;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.MedicineFact;
import org.twitchingreference.assessment.facts.MedicineUse;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.assessment.results.NewestResult;
import org.twitchingreference.assessment.results.Results;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.MedicineCatalogue;
import org.twitchingreference.knowledge.MedicineCriterion.MedicineBegunSince;

/**
 * Decides whether an ingredient was started after the newest result of an analyte. A
 * renewed order is not a start: all orders of the ingredient count, including ended ones.
 */
public final class MedicineStartEvaluation {

	private final Facts facts;

	private final Results results;

	private final Ingredients ingredients;

	private final MedicineOutcomes outcomes;

	private final UnrecognisedMedicines unrecognised;

	public MedicineStartEvaluation(Facts facts, Results results, MedicineCatalogue known) {
		this.facts = facts;
		this.results = results;
		this.ingredients = new Ingredients(known);
		this.outcomes = new MedicineOutcomes(facts, this.ingredients);
		this.unrecognised = new UnrecognisedMedicines(facts);
	}

	public Outcome evaluate(MedicineBegunSince criterion) {
		Outcome decided = this.unrecognised.unless(recognised(criterion), criterion.medicines(),
				(fact) -> fact.mayAct() && mayBeBegun(fact, criterion));
		boolean another = decided.is(Truth.FAILS) && !this.facts.isComplete(Part.MEDICATIONS)
				&& newest(criterion) instanceof NewestResult.Found;
		return another ? Outcome.open(this.facts.doubt(Part.MEDICATIONS), List.of(),
				Gap.of(criterion.medicines().title(), CommonReason.notRead(Part.MEDICATIONS))) : decided;
	}

	/** Without a result nothing was started since, unless a result may exist. */
	private boolean mayBeBegun(MedicineFact fact, MedicineBegunSince criterion) {
		return (newest(criterion) instanceof NewestResult.Found found) ? !isNotAfter(fact, times(found))
				: !this.facts.isComplete(Part.LABORATORY);
	}

	private Outcome recognised(MedicineBegunSince criterion) {
		CodeSet set = criterion.medicines();
		List<MedicineFact> orders = this.facts.medicines(set).stream().filter((fact) -> !fact.local()).toList();
		List<MedicineFact> inUse = orders.stream().filter((fact) -> fact.usage() == MedicineUse.IN_USE).toList();
		if (inUse.isEmpty()) {
			return this.outcomes.notInUse(orders, set);
		}
		if (!(newest(criterion) instanceof NewestResult.Found found)) {
			return this.facts.isComplete(Part.LABORATORY) ? Outcome.FAILS : Outcome.open(Doubt.PRESENCE_NOT_READ,
					List.of(), Gap.of(criterion.analyte().title(), CommonReason.notRead(Part.LABORATORY)));
		}
		return compare(criterion, inUse, orders, times(found));
	}

	private NewestResult newest(MedicineBegunSince criterion) {
		return this.results.newest(criterion.analyte(), criterion.withinDays());
	}

	private static List<ChartTime> times(NewestResult.Found found) {
		return found.readings().stream().map((reading) -> reading.result().time().orElseThrow()).toList();
	}

	private Outcome compare(MedicineBegunSince criterion, List<MedicineFact> inUse, List<MedicineFact> orders,
			List<ChartTime> times) {
		Function<MedicineFact, Stream<List<MedicineFact>>> byIngredient = (fact) -> ingredients(fact, criterion)
			.map((ingredient) -> of(ingredient, orders, criterion));
		List<MedicineFact> begun = inUse.stream()
			.filter((fact) -> byIngredient.apply(fact)
				.anyMatch((same) -> same.stream().allMatch((order) -> isAfter(order, times))))
			.toList();
		if (!begun.isEmpty()) {
			return this.outcomes.holds(begun, criterion.medicines(), criterion.meaning());
		}
		if (inUse.stream().flatMap(byIngredient).anyMatch((same) -> mayBeBegun(same, times))) {
			return Outcome.open(Doubt.UNDECIDED, MedicineOutcomes.evidence(inUse, criterion.medicines()),
					Gap.of(criterion.medicines().title(), MedicineReason.START_NOT_CLEAR.reason()));
		}
		List<MedicineFact> perhaps = orders.stream()
			.filter((fact) -> fact.usage() == MedicineUse.UNKNOWN)
			.filter((fact) -> byIngredient.apply(fact).anyMatch((same) -> mayBeBegun(same, times)))
			.toList();
		return perhaps.isEmpty() ? Outcome.FAILS : this.outcomes.notInUse(perhaps, criterion.medicines());
	}

	private Stream<String> ingredients(MedicineFact fact, MedicineBegunSince criterion) {
		return this.ingredients.of(fact, criterion.medicines()).stream();
	}

	private List<MedicineFact> of(String ingredient, List<MedicineFact> orders, MedicineBegunSince criterion) {
		return orders.stream().filter((order) -> ingredients(order, criterion).anyMatch(ingredient::equals)).toList();
	}

	private static boolean mayBeBegun(List<MedicineFact> same, List<ChartTime> times) {
		return same.stream().noneMatch((order) -> isNotAfter(order, times));
	}

	private static boolean isAfter(MedicineFact order, List<ChartTime> times) {
		return order.medicine()
			.start()
			.filter((start) -> times.stream().allMatch((time) -> time.isBefore(start)))
			.isPresent();
	}

	private static boolean isNotAfter(MedicineFact order, List<ChartTime> times) {
		return order.medicine()
			.start()
			.filter((start) -> times.stream().noneMatch((time) -> start.lastDay().isAfter(time.firstDay())))
			.isPresent();
	}

}
