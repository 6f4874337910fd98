package org.twitchingreference.mapping;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Timing;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.Order;
import org.twitchingreference.chart.Order.State;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.mapping.element.ChartTimes;
import org.twitchingreference.mapping.element.Codings;
import org.twitchingreference.mapping.entry.MappingResult;

/**
 * Service requests as orders. What was carried out, withdrawn or never meant to be done
 * is not an order; nor is a proposal or a plan, which nobody carries out without an
 * order.
 */
final class OrderMapping {

	private static final Map<String, State> STATES = Map.of("active", State.ACTIVE, "on-hold", State.ON_HOLD, "draft",
			State.DRAFT);

	private static final Set<String> OVER = Set.of("entered-in-error", "revoked", "completed");

	private static final Set<String> ORDERS = Set.of("order", "original-order", "reflex-order", "filler-order",
			"instance-order");

	private static final Set<String> IDEAS = Set.of("proposal", "plan", "directive", "option");

	private OrderMapping() {
	}

	static void map(ServiceRequest request, String reference, MappingResult<Order> into) {
		String status = Objects.toString(request.getStatusElement().getValueAsString(), "");
		String intent = Objects.toString(request.getIntentElement().getValueAsString(), "");
		String forbidden = Objects.toString(request.getDoNotPerformElement().getValueAsString(), "false");
		if (isNone(status, intent) || "true".equals(forbidden)) {
			return;
		}
		State state = STATES.get(status);
		String name = Codings.name(request.getCode());
		if (state == null) {
			into.unreadable(reference, EntryReason.STATUS_NOT_UNDERSTOOD);
		}
		else if (!isOrder(intent) || !"false".equals(forbidden)) {
			into.unreadable(reference, EntryReason.UNCLEAR_WHETHER_ORDERED);
		}
		else if (name.isEmpty()) {
			into.unreadable(reference, EntryReason.UNNAMED_ORDER);
		}
		else {
			into.add(new Order(reference, name, Codings.codes(request.getCode()), state,
					ChartTimes.of(request.getAuthoredOnElement()), planned(request)));
		}
	}

	/** Withdrawn, carried out, or never more than an idea. */
	static boolean isNone(String status, String intent) {
		return OVER.contains(status) || IDEAS.contains(intent);
	}

	static boolean isOrder(String intent) {
		return ORDERS.contains(intent);
	}

	static Optional<State> state(String status) {
		return Optional.ofNullable(STATES.get(status));
	}

	/** The last of the times for which it is planned. */
	private static Optional<ChartTime> planned(ServiceRequest request) {
		if (request.getOccurrence() instanceof DateTimeType time) {
			return ChartTimes.of(time);
		}
		if (request.getOccurrence() instanceof Period period) {
			return ChartTimes.end(period);
		}
		return (request.getOccurrence() instanceof Timing timing) ? planned(timing) : Optional.empty();
	}

	private static Optional<ChartTime> planned(Timing timing) {
		Optional<ChartTime> last = timing.getEvent()
			.stream()
			.flatMap((event) -> ChartTimes.of(event).stream())
			.max(Comparator.comparing(ChartTime::latest));
		return (last.isEmpty() && timing.getRepeat().getBounds() instanceof Period bounds) ? ChartTimes.end(bounds)
				: last;
	}

}
