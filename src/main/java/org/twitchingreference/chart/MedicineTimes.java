package org.twitchingreference.chart;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Period;
import org.twitchingreference.clinical.ChartTime;

/**
 * When a medicine was started and ended, as far as its order says: the earliest start and
 * the latest end that are written anywhere in it.
 */
final class MedicineTimes {

	private MedicineTimes() {
	}

	static Optional<ChartTime> start(MedicationRequest request) {
		Stream<BaseDateTimeType> starts = periods(request).map(Period::getStartElement);
		return Stream.concat(Stream.of(request.getAuthoredOnElement()), starts)
			.flatMap((time) -> ChartTimes.of(time).stream())
			.min(Comparator.comparing(ChartTime::earliest));
	}

	static Optional<ChartTime> end(MedicationRequest request) {
		return periods(request).flatMap((period) -> ChartTimes.of(period.getEndElement()).stream())
			.max(Comparator.comparing(ChartTime::latest));
	}

	private static Stream<Period> periods(MedicationRequest request) {
		Stream<Period> bounds = request.getDosageInstruction()
			.stream()
			.map((dosage) -> dosage.getTiming().getRepeat().getBounds())
			.filter(Period.class::isInstance)
			.map(Period.class::cast);
		return Stream.concat(Stream.of(request.getDispenseRequest().getValidityPeriod()), bounds);
	}

}
