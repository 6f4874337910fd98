package org.twitchingreference.mapping.medicine;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.twitchingreference.chart.Dosing;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.Medicine;
import org.twitchingreference.chart.Medicine.RecordedAs;
import org.twitchingreference.chart.Medicine.Use;
import org.twitchingreference.mapping.element.Codings;
import org.twitchingreference.mapping.entry.MappingResult;

/**
 * Medicines in use or ended: what is ordered, reported, given or dispensed. One on hold
 * counts as ended: it is not being taken, but a depot given before still acts. An
 * administration or dispense proves use for a limited time only. An entry whose medicine
 * cannot be read is named as such, never shown as an unknown medicine.
 */
public final class MedicineMapping {

	private static final Set<String> ORDERS = Set.of("order", "original-order", "reflex-order", "filler-order",
			"instance-order", "plan");

	private static final Set<String> IDEAS = Set.of("proposal", "option");

	private final Medications medications;

	public MedicineMapping(Medications medications) {
		this.medications = medications;
	}

	public void map(MedicationRequest request, String reference, MappingResult<Medicine> into) {
		String intent = text(request.getIntentElement());
		String forbidden = Objects.toString(request.getDoNotPerformElement().getValueAsString(), "false");
		if (MedicineStatus.ORDER.isNever(text(request.getStatusElement())) || IDEAS.contains(intent)
				|| "true".equals(forbidden)) {
			return;
		}
		if (MedicineStatus.ORDER.use(text(request.getStatusElement())).isPresent()
				&& (!ORDERS.contains(intent) || !"false".equals(forbidden))) {
			into.unreadable(reference, EntryReason.UNCLEAR_WHETHER_ORDERED);
			return;
		}
		List<Dosage> dosages = request.getDosageInstruction();
		use(request.getStatusElement(), MedicineStatus.ORDER, reference, into).ifPresent(
				(use) -> medicine(MedicineName.of(request.getMedication(), request, this.medications), reference, into,
						(named) -> new Medicine(reference, RecordedAs.ORDERED, named.name(), named.product(),
								named.ingredients(), use, MedicineTimes.start(request), MedicineTimes.end(request),
								route(routes(dosages), named),
								DosingMapping.of(dosages, MedicineStrengths.of(named.medication(), named.names())))));
	}

	public void map(MedicationStatement statement, String reference, MappingResult<Medicine> into) {
		if (MedicineStatus.STATEMENT.isNever(text(statement.getStatusElement()))) {
			return;
		}
		List<Dosage> dosages = statement.getDosage();
		use(statement.getStatusElement(), MedicineStatus.STATEMENT, reference, into)
			.ifPresent((use) -> medicine(MedicineName.of(statement.getMedication(), statement, this.medications),
					reference, into,
					(named) -> new Medicine(reference, RecordedAs.REPORTED, named.name(), named.product(),
							named.ingredients(), use, MedicineTimes.start(statement), MedicineTimes.end(statement),
							route(routes(dosages), named), Dosing.Unclear.ELSEWHERE)));
	}

	public void map(MedicationAdministration administration, String reference, MappingResult<Medicine> into) {
		if (MedicineStatus.ADMINISTRATION.isNever(text(administration.getStatusElement()))) {
			return;
		}
		Stream<CodeableConcept> route = Stream.of(administration.getDosage().getRoute());
		use(administration.getStatusElement(), MedicineStatus.ADMINISTRATION, reference, into).ifPresent(
				(use) -> medicine(MedicineName.of(administration.getMedication(), administration, this.medications),
						reference, into,
						(named) -> new Medicine(reference, RecordedAs.GIVEN, named.name(), named.product(),
								named.ingredients(), use, MedicineTimes.start(administration),
								MedicineTimes.end(administration), route(route, named), Dosing.Unclear.ELSEWHERE)));
	}

	public void map(MedicationDispense dispense, String reference, MappingResult<Medicine> into) {
		if (MedicineStatus.DISPENSE.isNever(text(dispense.getStatusElement()))) {
			return;
		}
		List<Dosage> dosages = dispense.getDosageInstruction();
		use(dispense.getStatusElement(), MedicineStatus.DISPENSE, reference, into)
			.ifPresent((use) -> medicine(MedicineName.of(dispense.getMedication(), dispense, this.medications),
					reference, into,
					(named) -> new Medicine(reference, RecordedAs.DISPENSED, named.name(), named.product(),
							named.ingredients(), use, MedicineTimes.start(dispense), MedicineTimes.end(dispense),
							route(routes(dosages), named), Dosing.Unclear.ELSEWHERE)));
	}

	private static Optional<Use> use(PrimitiveType<?> status, MedicineStatus statuses, String reference,
			MappingResult<Medicine> into) {
		Optional<Use> use = statuses.use(text(status));
		if (use.isEmpty()) {
			into.unreadable(reference, EntryReason.STATUS_NOT_UNDERSTOOD);
		}
		return use;
	}

	private static void medicine(MedicineName named, String reference, MappingResult<Medicine> into,
			MedicineFactory factory) {
		if (named.isLost()) {
			into.unreadable(reference, EntryReason.UNREAD_MEDICINE);
		}
		else if (named.name().isEmpty()) {
			into.unreadable(reference, EntryReason.UNNAMED_MEDICINE);
		}
		if (!named.name().isEmpty()) {
			into.add(factory.medicine(named));
		}
	}

	private static String text(PrimitiveType<?> code) {
		return Objects.toString(code.getValueAsString(), "");
	}

	private static Stream<CodeableConcept> routes(List<Dosage> dosages) {
		return dosages.stream().map(Dosage::getRoute);
	}

	private static String route(Stream<CodeableConcept> routes, MedicineName named) {
		return Stream.concat(routes, named.form().stream())
			.flatMap(Codings::words)
			.distinct()
			.collect(Collectors.joining(" "))
			.toLowerCase(Locale.ROOT);
	}

	/** Makes the record of a medicine whose name is known. */
	private interface MedicineFactory {

		Medicine medicine(MedicineName named);

	}

}
