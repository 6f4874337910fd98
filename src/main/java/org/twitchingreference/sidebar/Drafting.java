package org.twitchingreference.sidebar;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.ordering.DraftOrder;
import org.twitchingreference.presentation.actions.OrderLine;
import org.twitchingreference.presentation.actions.OrderSheet;
import org.twitchingreference.smart.WebMessaging;

/**
 * How orders can be drafted in the EHR beside copying them: by messages to the EHR around
 * the page where it lets the page, else by its FHIR server where that takes them.
 */
record Drafting(List<WebMessaging> messaging, boolean rest, String patientId, String launchId, OrderSheet sheet) {

	/** As the page sends it; empty where nothing is sent or no code says what it is. */
	public String json(OrderLine line) {
		return this.messaging.isEmpty() ? "" : draft(line).map(DraftOrder::json).orElse("");
	}

	/** Nothing where no code says what it is. */
	Optional<DraftOrder> draft(OrderLine line) {
		return line.item()
			.code()
			.map((code) -> DraftOrder.of(line.item(), code, line.urgency(), this.sheet.complaint(),
					this.sheet.indication(), this.patientId, this.launchId));
	}

	/** Never prints the handle. */
	@Override
	public String toString() {
		return "Drafting[...]";
	}

}
