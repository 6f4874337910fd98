package org.twitchingreference.chart;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.ServiceRequest;

/** Makes the chart of what the queries, or a file, delivered. */
final class ChartAssembly {

	private static final List<Part> OBSERVED = List.of(Part.LABORATORY, Part.VITAL_SIGNS, Part.SOCIAL_HISTORY,
			Part.PREGNANCY, Part.SCORES);

	private final ChartPatient patient;

	private final ResourceMapping mapping;

	ChartAssembly(ChartPatient patient) {
		this.patient = patient;
		this.mapping = new ResourceMapping(patient);
	}

	Chart chart(Readings readings) {
		Map<Part, Mapped<?>> mapped = new EnumMap<>(Part.class);
		Map<Part, List<LabResult>> observations = new EnumMap<>(Part.class);
		PanelMembers members = new PanelMembers(OBSERVED.stream().map(readings::of).toList());
		OBSERVED.forEach((part) -> observations.put(part, keep(part, observed(readings.of(part), members), mapped)));
		List<Person> persons = keep(Part.PATIENT, person(readings.of(Part.PATIENT)), mapped);
		List<Medicine> medicines = keep(Part.MEDICATIONS, medicines(readings.of(Part.MEDICATIONS)), mapped);
		List<Problem> problems = keep(Part.PROBLEMS, this.mapping.map(readings.of(Part.PROBLEMS), Condition.class,
				Condition::getSubject, Problems::map, new Mapped<>()), mapped);
		List<Order> orders = keep(Part.ORDERS, this.mapping.map(readings.of(Part.ORDERS), ServiceRequest.class,
				ServiceRequest::getSubject, Orders::map, new Mapped<>()), mapped);
		List<Study> studies = keep(Part.STUDIES, studies(readings.of(Part.STUDIES)), mapped);
		List<Allergy> allergies = keep(Part.ALLERGIES, this.mapping.map(readings.of(Part.ALLERGIES),
				AllergyIntolerance.class, AllergyIntolerance::getPatient, Allergies::map, new Mapped<>()), mapped);
		Person person = persons.stream().findFirst().orElse(Persons.unread(this.patient.reference()));
		return new Chart(person, observations, medicines, problems, orders, studies, allergies, List.of(),
				outcomes(readings, mapped));
	}

	private static <T> List<T> keep(Part part, Mapped<T> of, Map<Part, Mapped<?>> mapped) {
		mapped.put(part, of);
		return of.values();
	}

	private static List<PartRead> outcomes(Readings readings, Map<Part, Mapped<?>> mapped) {
		return Stream.of(Part.values())
			.map((part) -> readings.of(part).outcome(mapped.getOrDefault(part, new Mapped<>())))
			.toList();
	}

	private Mapped<LabResult> observed(PartReading reading, PanelMembers members) {
		Mapped<LabResult> mapped = this.mapping.map(reading, Observation.class, Observation::getSubject,
				LabResults::map, new Mapped<>());
		if (reading.part() == Part.LABORATORY) {
			members.nameMissing(reading, this.patient, mapped);
		}
		return mapped;
	}

	private Mapped<Medicine> medicines(PartReading reading) {
		Medicines medicines = new Medicines(new Medications(reading.entries()));
		Mapped<Medicine> into = new Mapped<>();
		this.mapping.map(reading, MedicationRequest.class, MedicationRequest::getSubject, medicines::map, into);
		this.mapping.map(reading, MedicationStatement.class, MedicationStatement::getSubject, medicines::map, into);
		this.mapping.map(reading, MedicationAdministration.class, MedicationAdministration::getSubject, medicines::map,
				into);
		return this.mapping.map(reading, MedicationDispense.class, MedicationDispense::getSubject, medicines::map,
				into);
	}

	private Mapped<Study> studies(PartReading reading) {
		Mapped<Study> reports = this.mapping.map(reading, DiagnosticReport.class, DiagnosticReport::getSubject,
				Studies::map, new Mapped<>());
		return this.mapping.map(reading, Procedure.class, Procedure::getSubject, Studies::map, reports);
	}

	/** The patient record, when it is the one of this patient. */
	private Mapped<Person> person(PartReading reading) {
		Mapped<Person> mapped = new Mapped<>();
		Optional<Patient> record = reading.entries()
			.stream()
			.filter((entry) -> entry.resource() instanceof Patient && this.patient.isRecord(entry))
			.map((entry) -> (Patient) entry.resource())
			.findFirst();
		if (record.filter(ResourceMapping::isModified).isPresent()) {
			mapped.unreadable(this.patient.reference(), ResourceMapping.MODIFIED);
		}
		else {
			record.ifPresent((found) -> mapped.add(Persons.of(found, this.patient.reference())));
		}
		return mapped;
	}

}
