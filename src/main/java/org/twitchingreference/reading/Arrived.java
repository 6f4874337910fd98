package org.twitchingreference.reading;

import org.twitchingreference.fhir.FhirReply;
import org.twitchingreference.mapping.json.JsonWeight;

/**
 * A reply that came in, and what it weighs. A body for which there is no room is let go
 * at once, also where it was asked for ahead and its turn is later.
 */
record Arrived(FhirReply reply, int weight, boolean held) {

	static Arrived of(FhirReply reply, MemoryBudget budget) {
		if (!(reply instanceof FhirReply.Body body)) {
			return new Arrived(reply, 0, true);
		}
		int weight = JsonWeight.of(body.json());
		return budget.take(weight) ? new Arrived(reply, weight, true)
				: new Arrived(new FhirReply.Body(new byte[0], body.cost()), weight, false);
	}

}
