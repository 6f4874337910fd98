package org.twitchingreference.sidebar;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.ordering.DraftOrder;
import org.twitchingreference.presentation.actions.OrderLine;
import org.twitchingreference.presentation.actions.OrderSheet;
import org.twitchingreference.smart.WebMessaging;

/**
 * How orders can be put into the EHR as drafts, besides copying their text: by SMART Web
 * Messaging if the launch may (none or one of it), or else through the FHIR server if
 * that accepts them ("rest").
 */
record Drafting(List<WebMessaging> messaging, boolean rest, String patientId, String launchId, OrderSheet sheet) {

	/**
	 * The draft as the page's script sends it; empty if the page sends none or the order
	 * has no code.
	 */
	public String json(OrderLine line) {
		return this.messaging.isEmpty() ? "" : draft(line).map(DraftOrder::json).orElse("");
	}

	/** The order as a draft; empty if it has no code. */
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
