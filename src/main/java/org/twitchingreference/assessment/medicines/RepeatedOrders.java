package org.twitchingreference.assessment.medicines;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.MedicineFact;
import org.twitchingreference.chart.Medicine;
import org.twitchingreference.clinical.ChartTime;

/**
 * A medicine that is ordered repeatedly: it is shown since its first order, with the day
 * of the last. An earlier order belongs to it unless, according to the chart, it ended
 * before the next one was written.
 */
final class RepeatedOrders {

	private static final Comparator<Medicine> NEWEST_FIRST = Comparator
		.comparing((Medicine medicine) -> medicine.start().orElseThrow().firstDay())
		.reversed();

	private final Function<MedicineFact, Set<String>> ingredients;

	private final Map<Set<String>, List<Medicine>> ordered;

	RepeatedOrders(List<MedicineFact> known, Function<MedicineFact, Set<String>> ingredients) {
		this.ingredients = ingredients;
		this.ordered = known.stream()
			.filter((fact) -> fact.medicine().recordedAs() == Medicine.RecordedAs.ORDERED)
			.collect(Collectors.groupingBy(ingredients,
					Collectors.mapping(MedicineFact::medicine, Collectors.toList())));
	}

	/** The evidence for this order, which is in use. */
	Evidence shown(MedicineFact order, Evidence evidence) {
		return order.medicine()
			.start()
			.filter((last) -> order.medicine().recordedAs() == Medicine.RecordedAs.ORDERED)
			.flatMap((last) -> since(order, last).map((first) -> shown(evidence, first, last)))
			.orElse(evidence);
	}

	private static Evidence shown(Evidence evidence, ChartTime first, ChartTime last) {
		return Evidence.entry(evidence.resource(), evidence.what(), Optional.of(first), evidence.contribution(),
				CommonReason.joined(Stream.concat(Stream.of(MedicineReason.LAST_ORDERED.reason(last.lastDay())),
						evidence.remark().stream())));
	}

	/** When the first of the orders was written; empty if there is no earlier one. */
	private Optional<ChartTime> since(MedicineFact order, ChartTime last) {
		ChartTime first = last;
		for (Medicine earlier : earlier(order, last)) {
			if (!goesOnTo(earlier, first)) {
				break;
			}
			first = earlier.start().orElseThrow();
		}
		return Optional.of(first).filter((time) -> !time.equals(last));
	}

	private List<Medicine> earlier(MedicineFact order, ChartTime last) {
		Set<String> same = this.ingredients.apply(order);
		return same.isEmpty() ? List.of()
				: this.ordered.getOrDefault(same, List.of())
					.stream()
					.filter((medicine) -> medicine.start().filter((start) -> start.isBefore(last)).isPresent())
					.sorted(NEWEST_FIRST)
					.toList();
	}

	private static boolean goesOnTo(Medicine earlier, ChartTime next) {
		return earlier.end().filter((end) -> end.lastDay().plusDays(1).isBefore(next.firstDay())).isEmpty();
	}

}
