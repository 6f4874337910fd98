package org.twitchingreference.mapping;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.NutritionOrder;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.Order;
import org.twitchingreference.chart.Order.State;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.mapping.element.ChartText;
import org.twitchingreference.mapping.element.ChartTimes;
import org.twitchingreference.mapping.element.Codings;
import org.twitchingreference.mapping.entry.MappingResult;

/**
 * Nutrition orders as orders: one for each kind of diet, and one for the text of their
 * instruction, so that a fluid restriction is found like one ordered by a service
 * request. Supplements and tube feeding are not read.
 */
final class DietMapping {

	private DietMapping() {
	}

	static void map(NutritionOrder order, String reference, MappingResult<Order> into) {
		String status = Objects.toString(order.getStatusElement().getValueAsString(), "");
		String intent = Objects.toString(order.getIntentElement().getValueAsString(), "");
		Optional<State> state = OrderMapping.state(status);
		if (OrderMapping.isNone(status, intent)) {
			return;
		}
		if (state.isEmpty()) {
			into.unreadable(reference, EntryReason.STATUS_NOT_UNDERSTOOD);
		}
		else if (!OrderMapping.isOrder(intent)) {
			into.unreadable(reference, EntryReason.UNCLEAR_WHETHER_ORDERED);
		}
		else {
			orders(order, reference, state.get(), into);
		}
	}

	private static void orders(NutritionOrder order, String reference, State state, MappingResult<Order> into) {
		Optional<ChartTime> placed = ChartTimes.of(order.getDateTimeElement());
		for (CodeableConcept diet : order.getOralDiet().getType()) {
			if (!Codings.name(diet).isEmpty()) {
				into.add(
						new Order(reference, Codings.name(diet), Codings.codes(diet), state, placed, Optional.empty()));
			}
		}
		String instruction = ChartText.bounded(order.getOralDiet().getInstruction(), ChartText.NOTE);
		if (!instruction.isEmpty()) {
			into.add(new Order(reference, instruction, List.of(), state, placed, Optional.empty()));
		}
	}

}
