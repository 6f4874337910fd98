package org.twitchingreference.chart;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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
import org.twitchingreference.chart.PartRead.Unreadable;

/** Makes the chart of what the queries, or a file, delivered. */
final class ChartAssembly {

	private static final List<Part> OBSERVED = List.of(Part.LABORATORY, Part.VITAL_SIGNS, Part.SOCIAL_HISTORY,
			Part.PREGNANCY, Part.SCORES);

	private final ChartPatient patient;

	private final ResourceMapping mapping;

	private final Readings readings;

	private final Map<Part, PartMapping<LabResult>> observations = new EnumMap<>(Part.class);

	private final Map<Part, PanelMembers> members = new ConcurrentHashMap<>();

	private final PartMapping<Person> persons;

	private final PartMapping<Medicine> medicines;

	private final PartMapping<Problem> problems;

	private final PartMapping<Order> orders;

	private final PartMapping<Study> studies;

	private final PartMapping<Allergy> allergies;

	ChartAssembly(ChartPatient patient, Readings readings) {
		this.patient = patient;
		this.mapping = new ResourceMapping(patient);
		this.readings = readings;
		OBSERVED.forEach((part) -> this.observations.put(part, of(part, this::observed)));
		this.persons = of(Part.PATIENT, this::person);
		this.medicines = of(Part.MEDICATIONS, this::medicines);
		this.problems = of(Part.PROBLEMS, (reading) -> this.mapping.map(reading, Condition.class, Condition::getSubject,
				Problems::map, new Mapped<>()));
		this.orders = of(Part.ORDERS, (reading) -> this.mapping.map(reading, ServiceRequest.class,
				ServiceRequest::getSubject, Orders::map, new Mapped<>()));
		this.studies = of(Part.STUDIES, this::studies);
		this.allergies = of(Part.ALLERGIES, (reading) -> this.mapping.map(reading, AllergyIntolerance.class,
				AllergyIntolerance::getPatient, Allergies::map, new Mapped<>()));
	}

	private <T> PartMapping<T> of(Part part, Function<PartReading, Mapped<T>> mapper) {
		return new PartMapping<>(this.readings.of(part), mapper);
	}

	/** Makes of a part what it becomes, so that less is to do in the end. */
	void partIsIn(Part part) {
		mapping(part).mapped();
	}

	/** The chart as far as it is in. */
	Chart chart() {
		Map<Part, Mapped<?>> mapped = new EnumMap<>(Part.class);
		Map<Part, List<LabResult>> results = new EnumMap<>(Part.class);
		this.observations.forEach((part, of) -> results.put(part, keep(of, mapped)));
		mapped.computeIfPresent(Part.LABORATORY, (part, made) -> made.and(missingMembers()));
		Person person = keep(this.persons, mapped).stream()
			.findFirst()
			.orElse(Persons.unread(this.patient.reference()));
		return new Chart(person, results, keep(this.medicines, mapped), keep(this.problems, mapped),
				keep(this.orders, mapped), keep(this.studies, mapped), keep(this.allergies, mapped), List.of(),
				outcomes(mapped));
	}

	/** A member may have come as any part, or be still to come. */
	private List<Unreadable> missingMembers() {
		boolean over = OBSERVED.stream().map(this.readings::of).allMatch(PartReading::isOver);
		return (over && this.readings.of(Part.LABORATORY).isAskedUnderAnyCode())
				? PanelMembers.missing(this.members.values()) : List.of();
	}

	private PartMapping<?> mapping(Part part) {
		return switch (part) {
			case PATIENT -> this.persons;
			case MEDICATIONS -> this.medicines;
			case PROBLEMS -> this.problems;
			case ORDERS -> this.orders;
			case STUDIES -> this.studies;
			case ALLERGIES -> this.allergies;
			case LABORATORY, VITAL_SIGNS, SOCIAL_HISTORY, PREGNANCY, SCORES ->
				Objects.requireNonNull(this.observations.get(part));
		};
	}

	private static <T> List<T> keep(PartMapping<T> of, Map<Part, Mapped<?>> mapped) {
		Mapped<T> made = of.mapped();
		mapped.put(of.reading().part(), made);
		return made.values();
	}

	private List<PartRead> outcomes(Map<Part, Mapped<?>> mapped) {
		return Stream.of(Part.values())
			.map((part) -> this.readings.of(part).outcome(mapped.getOrDefault(part, new Mapped<>())))
			.toList();
	}

	private Mapped<LabResult> observed(PartReading reading) {
		// The resources may be let go after this
		this.members.put(reading.part(), PanelMembers.in(reading, this.patient));
		return this.mapping.map(reading, Observation.class, Observation::getSubject, LabResults::map, new Mapped<>());
	}

	private Mapped<Medicine> medicines(PartReading reading) {
		Medicines medicines = new Medicines(new Medications(reading.entries(), this.patient.server()));
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
			mapped.unreadable(this.patient.reference(), EntryReason.MODIFIED);
		}
		else {
			record.ifPresent((found) -> mapped.add(Persons.of(found, this.patient.reference())));
		}
		return mapped;
	}

}
