package org.twitchingreference.chart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/** Makes the chart of what the queries, or a file, delivered. */
final class ChartAssembly {

	private final ChartPatient patient;

	ChartAssembly(ChartPatient patient) {
		this.patient = patient;
	}

	Chart chart(Readings readings) {
		PartReading medications = readings.of(Part.MEDICATIONS);
		Medicines medicines = new Medicines(new Medications(medications.entries()));
		Mapped<Person> persons = person(readings.of(Part.PATIENT));
		Mapped<LabResult> results = map(readings.of(Part.LABORATORY), Observation.class, Observation::getSubject,
				LabResults::map);
		Mapped<LabResult> vitalSigns = map(readings.of(Part.VITAL_SIGNS), Observation.class, Observation::getSubject,
				LabResults::map);
		Mapped<Medicine> taken = map(medications, MedicationRequest.class, MedicationRequest::getSubject,
				medicines::map);
		Mapped<Problem> problems = map(readings.of(Part.PROBLEMS), Condition.class, Condition::getSubject,
				Problems::map);
		Person person = persons.values().stream().findFirst().orElse(Persons.unread(this.patient.reference()));
		Map<Part, Mapped<?>> mapped = Map.of(Part.PATIENT, persons, Part.LABORATORY, results, Part.MEDICATIONS, taken,
				Part.PROBLEMS, problems, Part.VITAL_SIGNS, vitalSigns);
		return new Chart(person, results.values(), vitalSigns.values(), taken.values(), problems.values(),
				outcomes(readings, mapped));
	}

	private static List<PartRead> outcomes(Readings readings, Map<Part, Mapped<?>> mapped) {
		return Stream.of(Part.values())
			.map((part) -> readings.of(part).outcome(mapped.getOrDefault(part, new Mapped<>())))
			.toList();
	}

	/** The patient record, when it is the one of this patient. */
	private Mapped<Person> person(PartReading reading) {
		Mapped<Person> mapped = new Mapped<>();
		Optional<Patient> record = reading.entries()
			.stream()
			.filter((entry) -> entry.resource() instanceof Patient && this.patient.isRecord(entry))
			.map((entry) -> (Patient) entry.resource())
			.findFirst();
		record.ifPresent((found) -> mapped.add(Persons.of(found, this.patient.reference())));
		return mapped;
	}

	private <R extends DomainResource, T> Mapped<T> map(PartReading reading, Class<R> type,
			Function<R, Reference> subject, Mapper<R, T> mapper) {
		Mapped<T> mapped = new Mapped<>();
		for (Entry entry : reading.entries()) {
			if (type.isInstance(entry.resource())) {
				map(type.cast(entry.resource()), entry.reference(), subject, mapper, mapped);
			}
		}
		return mapped;
	}

	private <R extends DomainResource, T> void map(R resource, String reference, Function<R, Reference> subject,
			Mapper<R, T> mapper, Mapped<T> into) {
		if (!this.patient.mayBe(subject.apply(resource))) {
			into.foreign(reference);
		}
		else if (resource.hasModifierExtension()) {
			// R4 extensibility, 2.4.1.1: what a modifier is not understood of is not used
			into.unreadable(reference, "carries a modifier that this app does not know");
		}
		else {
			guarded(resource, reference, mapper, into);
		}
	}

	/** Whatever a resource holds, it costs at most itself. */
	private static <R, T> void guarded(R resource, String reference, Mapper<R, T> mapper, Mapped<T> into) {
		try {
			mapper.map(resource, reference, into);
		}
		catch (RuntimeException ex) {
			into.unreadable(reference, "could not be understood");
		}
	}

	/** Turns one kind of resource into entries of the chart. */
	private interface Mapper<R, T> {

		void map(R resource, String reference, Mapped<T> into);

	}

}
