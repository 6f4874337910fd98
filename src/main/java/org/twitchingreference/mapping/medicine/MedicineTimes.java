package org.twitchingreference.mapping.medicine;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.mapping.element.Amounts;
import org.twitchingreference.mapping.element.ChartTimes;

/**
 * When a medicine was started and ended according to its entry: the earliest start and
 * the latest end written anywhere in it. An administration counts until the day after, a
 * dispense for the days it supplies.
 */
final class MedicineTimes {

	private static final Set<String> DAYS = Set.of("", "d", "day", "days");

	/** No supply lasts longer. */
	private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(1000);

	/** A day without a time may mean its first moment. */
	private static final Comparator<ChartTime> EARLIEST = Comparator.comparing(ChartTime::firstDay)
		.thenComparing(ChartTime::isMoment)
		.thenComparing(ChartTime::earliest);

	private static final Comparator<ChartTime> LATEST = Comparator.comparing(ChartTime::lastDay)
		.thenComparing(ChartTime::latest);

	private MedicineTimes() {
	}

	static Optional<ChartTime> start(MedicationRequest request) {
		return earliest(Stream.concat(Stream.of(request.getAuthoredOnElement()),
				periods(request).map(Period::getStartElement)));
	}

	static Optional<ChartTime> end(MedicationRequest request) {
		return latest(periods(request));
	}

	private static Stream<Period> periods(MedicationRequest request) {
		return Stream.concat(Stream.of(request.getDispenseRequest().getValidityPeriod()),
				bounds(request.getDosageInstruction()));
	}

	static Optional<ChartTime> start(MedicationStatement statement) {
		return earliest(
				Stream.concat(moment(statement.getEffective()), periods(statement).map(Period::getStartElement)));
	}

	static Optional<ChartTime> end(MedicationStatement statement) {
		return latest(periods(statement));
	}

	private static Stream<Period> periods(MedicationStatement statement) {
		return Stream.concat(period(statement.getEffective()), bounds(statement.getDosage()));
	}

	static Optional<ChartTime> start(MedicationAdministration administration) {
		return earliest(Stream.concat(moment(administration.getEffective()),
				period(administration.getEffective()).map(Period::getStartElement)));
	}

	static Optional<ChartTime> end(MedicationAdministration administration) {
		Optional<ChartTime> given = (administration.getEffective() instanceof Period period) ? ChartTimes.end(period)
				: earliest(moment(administration.getEffective()));
		return given.map((time) -> time.plusDays(1));
	}

	static Optional<ChartTime> start(MedicationDispense dispense) {
		boolean handedOver = dispense.getWhenHandedOverElement().getValueAsString() != null;
		return ChartTimes.of(handedOver ? dispense.getWhenHandedOverElement() : dispense.getWhenPreparedElement());
	}

	static Optional<ChartTime> end(MedicationDispense dispense) {
		return start(dispense)
			.flatMap((time) -> days(dispense.getDaysSupply()).map((days) -> time.plusDays(days.intValue())));
	}

	private static Optional<BigDecimal> days(Quantity supply) {
		String unit = Objects.toString(supply.getCode(), Objects.toString(supply.getUnit(), ""));
		boolean inDays = DAYS.contains(unit.strip().toLowerCase(Locale.ROOT)) && Amounts.isExact(supply);
		return inDays ? Amounts.amount(supply).filter((days) -> days.signum() > 0 && days.compareTo(MOST_DAYS) <= 0)
				: Optional.empty();
	}

	private static Stream<BaseDateTimeType> moment(@Nullable Type effective) {
		return (effective instanceof BaseDateTimeType moment) ? Stream.of(moment) : Stream.empty();
	}

	private static Stream<Period> period(@Nullable Type effective) {
		return (effective instanceof Period period) ? Stream.of(period) : Stream.empty();
	}

	private static Stream<Period> bounds(List<Dosage> dosages) {
		return dosages.stream()
			.map((dosage) -> dosage.getTiming().getRepeat().getBounds())
			.filter(Period.class::isInstance)
			.map(Period.class::cast);
	}

	private static Optional<ChartTime> earliest(Stream<? extends BaseDateTimeType> times) {
		return times.flatMap((time) -> ChartTimes.of(time).stream()).min(EARLIEST);
	}

	private static Optional<ChartTime> latest(Stream<Period> periods) {
		return periods.flatMap((period) -> ChartTimes.of(period.getEndElement()).stream()).max(LATEST);
	}

}
