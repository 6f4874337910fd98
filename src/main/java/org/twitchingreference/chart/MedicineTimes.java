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

	/** A day without a time may mean its first moment. */
	private static final Comparator<ChartTime> EARLIEST = Comparator.comparing(ChartTime::firstDay)
		.thenComparing(ChartTime::isMoment)
		.thenComparing(ChartTime::earliest);

	private static final Comparator<ChartTime> LATEST = Comparator.comparing(ChartTime::lastDay)
		.thenComparing(ChartTime::latest);

	private MedicineTimes() {
	}

	static Optional<ChartTime> start(MedicationRequest request) {
		Stream<BaseDateTimeType> starts = periods(request).map(Period::getStartElement);
		return Stream.concat(Stream.of(request.getAuthoredOnElement()), starts)
			.flatMap((time) -> ChartTimes.of(time).stream())
			.min(EARLIEST);
	}

	static Optional<ChartTime> end(MedicationRequest request) {
		return periods(request).flatMap((period) -> ChartTimes.of(period.getEndElement()).stream()).max(LATEST);
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
