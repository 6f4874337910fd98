package org.twitchingreference.mapping.result;

import java.util.IdentityHashMap;

import org.hl7.fhir.r4.model.Observation;
import org.twitchingreference.chart.LabResult.Status;
import org.twitchingreference.mapping.entry.PartEntries;

/**
 * Whether a result counts: what its status says, unless it is there in versions that
 * differ, or is damaged.
 */
final class ResultStatuses {

	private final IdentityHashMap<Observation, Status> unusable = new IdentityHashMap<>();

	/** For the results of the part. */
	ResultStatuses(PartEntries part) {
		part.entries()
			.stream()
			.filter((entry) -> (entry.contested() || entry.damaged()) && entry.resource() instanceof Observation)
			.forEach((entry) -> this.unusable.put((Observation) entry.resource(),
					entry.damaged() ? Status.DAMAGED : Status.CONTESTED));
	}

	Status of(Observation observation, String status) {
		if ("cancelled".equals(status)) {
			return Status.NOT_A_RESULT;
		}
		return this.unusable.getOrDefault(observation, status(status));
	}

	private static Status status(String status) {
		return switch (status) {
			case "final", "amended", "corrected" -> Status.VALID;
			case "preliminary" -> Status.PRELIMINARY;
			case "registered" -> Status.AWAITED;
			default -> Status.UNCLEAR;
		};
	}

}
