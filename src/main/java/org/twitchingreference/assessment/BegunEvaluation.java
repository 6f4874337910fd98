package org.twitchingreference.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.twitchingreference.assessment.Facts.MedicineFact;
import org.twitchingreference.assessment.Outcome.Doubt;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.Criterion.MedicineBegunSince;

/**
 * Decides whether an ingredient was begun after the newest result of an analyte. A
 * renewed order begins nothing: all orders of the ingredient count, ended ones too.
 */
final class BegunEvaluation {

	private final Facts facts;

	private final Results results;

	private final MedicineEvaluation medicines;

	private final UnrecognisedMedicines unrecognised;

	BegunEvaluation(Facts facts, Results results, MedicineEvaluation medicines) {
		this.facts = facts;
		this.results = results;
		this.medicines = medicines;
		this.unrecognised = new UnrecognisedMedicines(facts);
	}

	Outcome evaluate(MedicineBegunSince criterion) {
		return this.unrecognised.unless(recognised(criterion), criterion.medicines(),
				(fact) -> fact.mayAct() && mayBeBegun(fact, criterion));
	}

	/** Without a result nothing was begun since, unless there may be one. */
	private boolean mayBeBegun(MedicineFact fact, MedicineBegunSince criterion) {
		return (newest(criterion) instanceof Newest.Found found) ? !isNotAfter(fact, times(found))
				: !this.facts.isComplete(Part.LABORATORY);
	}

	private Outcome recognised(MedicineBegunSince criterion) {
		CodeSet set = criterion.medicines();
		List<MedicineFact> orders = this.facts.medicines()
			.stream()
			.filter((fact) -> (fact.isCoded(set) || fact.isNamed(set)) && !fact.local())
			.toList();
		List<MedicineFact> inUse = orders.stream().filter((fact) -> fact.usage() == Usage.IN_USE).toList();
		if (inUse.isEmpty()) {
			return this.medicines.notInUse(orders, set);
		}
		if (!(newest(criterion) instanceof Newest.Found found)) {
			return this.facts.isComplete(Part.LABORATORY) ? Outcome.FAILS : Outcome.open(Doubt.PRESENCE_NOT_READ,
					List.of(), new Gap(criterion.analyte().title(), Words.notRead(Part.LABORATORY)));
		}
		return compare(criterion, inUse, orders, times(found));
	}

	private Newest newest(MedicineBegunSince criterion) {
		return this.results.newest(criterion.analyte(), criterion.withinDays());
	}

	private static List<ChartTime> times(Newest.Found found) {
		return found.readings().stream().map((reading) -> reading.result().time().orElseThrow()).toList();
	}

	private Outcome compare(MedicineBegunSince criterion, List<MedicineFact> inUse, List<MedicineFact> orders,
			List<ChartTime> times) {
		List<MedicineFact> begun = new ArrayList<>();
		boolean open = false;
		for (MedicineFact fact : inUse) {
			Set<String> ingredients = this.medicines.ingredients(fact, criterion.medicines());
			List<MedicineFact> same = orders.stream()
				.filter((order) -> this.medicines.ingredients(order, criterion.medicines())
					.stream()
					.anyMatch(ingredients::contains))
				.toList();
			if (same.stream().allMatch((order) -> isAfter(order, times))) {
				begun.add(fact);
			}
			open |= same.stream().noneMatch((order) -> isNotAfter(order, times));
		}
		if (!begun.isEmpty()) {
			return this.medicines.holds(begun, criterion.medicines(), criterion.meaning());
		}
		return open
				? Outcome.open(Doubt.UNDECIDED, MedicineEvaluation.evidence(inUse, criterion.medicines()),
						new Gap(criterion.medicines().title(), "the chart does not clearly say since when"))
				: Outcome.FAILS;
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
