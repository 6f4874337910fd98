package org.twitchingreference.mapping.element;

import java.util.Optional;

import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Timing;
import org.twitchingreference.clinical.ChartTime;

/** When observations were made. */
public final class ObservationTimes {

	private ObservationTimes() {
	}

	/** Whether no time is there, not even one that cannot be read. */
	public static boolean isUndated(Observation observation) {
		boolean effective = observation.hasEffective() && !observation.getEffective().isEmpty();
		return !effective && observation.getIssuedElement().getValueAsString() == null;
	}

	/**
	 * The time of the observation, otherwise when it was issued. An effective time that
	 * is there but unreadable is not replaced by another one.
	 */
	public static Optional<ChartTime> of(Observation observation) {
		if (observation.getEffective() instanceof BaseDateTimeType time && time.getValueAsString() != null) {
			return ChartTimes.of(time);
		}
		if (observation.getEffective() instanceof Period period && !period.isEmpty()) {
			return ChartTimes.end(period);
		}
		if (observation.getEffective() instanceof Timing timing && !timing.isEmpty()) {
			return (timing.getEvent().size() == 1) ? ChartTimes.of(timing.getEvent().get(0)) : Optional.empty();
		}
		return ChartTimes.of(observation.getIssuedElement());
	}

}
