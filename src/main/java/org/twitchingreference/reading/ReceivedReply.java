package org.twitchingreference.reading;

import org.twitchingreference.fhir.FhirReply;
import org.twitchingreference.mapping.json.JsonWeight;

/**
 * A reply that was received, its weight (see {@link JsonWeight}), and whether its body is
 * held. A body for which there is no memory is dropped at once, even if it was requested
 * ahead and is needed only later.
 */
record ReceivedReply(FhirReply reply, int weight, boolean held) {

	static ReceivedReply of(FhirReply reply, MemoryBudget budget) {
		if (!(reply instanceof FhirReply.Body body)) {
			return new ReceivedReply(reply, 0, true);
		}
		int weight = JsonWeight.of(body.json());
		return budget.take(weight) ? new ReceivedReply(reply, weight, true)
				: new ReceivedReply(new FhirReply.Body(new byte[0], body.cost()), weight, false);
	}

}
