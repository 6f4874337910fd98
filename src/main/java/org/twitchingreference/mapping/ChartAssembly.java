package org.twitchingreference.mapping;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.NutritionOrder;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.twitchingreference.chart.Allergy;
import org.twitchingreference.chart.Answer;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.Medicine;
import org.twitchingreference.chart.Order;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.Person;
import org.twitchingreference.chart.Problem;
import org.twitchingreference.chart.Study;
import org.twitchingreference.mapping.element.UnreadReports;
import org.twitchingreference.mapping.entry.ChartPatient;
import org.twitchingreference.mapping.entry.MappingResult;
import org.twitchingreference.mapping.entry.PartEntries;
import org.twitchingreference.mapping.entry.ResourceMapping;
import org.twitchingreference.mapping.medicine.Medications;
import org.twitchingreference.mapping.medicine.MedicineMapping;
import org.twitchingreference.mapping.result.LabResultMapping;
import org.twitchingreference.mapping.result.PanelMembers;

/**
 * Makes the chart of one patient from the entries that were received: first each part by
 * itself, then the chart of all parts.
 */
public final class ChartAssembly {

	private final ChartPatient patient;

	private final ResourceMapping mapping;

	public ChartAssembly(ChartPatient patient) {
		this.patient = patient;
		this.mapping = new ResourceMapping(patient);
	}

	/** Maps the entries of one part, which are not needed any more afterwards. */
	public MappedPart map(PartEntries part) {
		return new MappedPart(part.part(), mapped(part), PanelMembers.in(part, this.patient), part.versions());
	}

	/** The chart of the parts, and of the answers that came with them. */
	public Chart chart(Collection<MappedPart> parts, List<PartRead> reads, List<Answer> answers) {
		Person person = records(parts, Person.class).stream()
			.findFirst()
			.orElseGet(() -> PersonMapping.unread(this.patient.reference()));
		return new Chart(person, results(parts), records(parts, Medicine.class), records(parts, Problem.class),
				records(parts, Order.class), records(parts, Study.class), records(parts, Allergy.class), answers,
				reads);
	}

	private MappingResult<?> mapped(PartEntries part) {
		return switch (part.part()) {
			case PATIENT -> person(part);
			case MEDICATIONS -> medicines(part);
			case PROBLEMS -> this.mapping.map(part, Condition.class, Condition::getSubject, ProblemMapping::map,
					new MappingResult<>());
			case ORDERS -> this.mapping.map(part, NutritionOrder.class, NutritionOrder::getPatient, DietMapping::map,
					this.mapping.map(part, ServiceRequest.class, ServiceRequest::getSubject, OrderMapping::map,
							new MappingResult<>()));
			case STUDIES -> studies(part);
			case ALLERGIES -> this.mapping.map(part, AllergyIntolerance.class, AllergyIntolerance::getPatient,
					AllergyMapping::map, new MappingResult<>());
			case LABORATORY, VITAL_SIGNS, SOCIAL_HISTORY, PREGNANCY, SCORES -> results(part);
		};
	}

	/**
	 * Observations, and reports whose results cannot be read, as one result each; what
	 * other reports contain is among the entries already.
	 */
	private MappingResult<?> results(PartEntries part) {
		MappingResult<LabResult> into = new MappingResult<>();
		if (part.part() == Part.LABORATORY) {
			this.mapping.map(part, DiagnosticReport.class, DiagnosticReport::getSubject,
					(report, reference, of) -> UnreadReports.of(report, reference).ifPresent(of::add), into);
		}
		return this.mapping.map(part, Observation.class, Observation::getSubject,
				new LabResultMapping(this.patient, part)::map, into);
	}

	private static Map<Part, List<LabResult>> results(Collection<MappedPart> parts) {
		return parts.stream()
			.filter((part) -> part.part().isOfObservations())
			.collect(Collectors.toMap(MappedPart::part, (part) -> part.records(LabResult.class).toList(),
					(one, other) -> one, () -> new EnumMap<>(Part.class)));
	}

	private static <T> List<T> records(Collection<MappedPart> parts, Class<T> type) {
		return parts.stream().flatMap((part) -> part.records(type)).toList();
	}

	private MappingResult<Medicine> medicines(PartEntries part) {
		MedicineMapping medicines = new MedicineMapping(new Medications(part.entries(), this.patient.server()));
		MappingResult<Medicine> into = new MappingResult<>();
		this.mapping.map(part, MedicationRequest.class, MedicationRequest::getSubject, medicines::map, into);
		this.mapping.map(part, MedicationStatement.class, MedicationStatement::getSubject, medicines::map, into);
		this.mapping.map(part, MedicationAdministration.class, MedicationAdministration::getSubject, medicines::map,
				into);
		return this.mapping.map(part, MedicationDispense.class, MedicationDispense::getSubject, medicines::map, into);
	}

	private MappingResult<Study> studies(PartEntries part) {
		MappingResult<Study> reports = this.mapping.map(part, DiagnosticReport.class, DiagnosticReport::getSubject,
				StudyMapping::map, new MappingResult<>());
		return this.mapping.map(part, Procedure.class, Procedure::getSubject, StudyMapping::map, reports);
	}

	/** The patient record, when it is the one of this patient. */
	private MappingResult<Person> person(PartEntries part) {
		MappingResult<Person> mapped = new MappingResult<>();
		Optional<Patient> record = part.entries()
			.stream()
			.filter((entry) -> entry.resource() instanceof Patient && this.patient.isRecord(entry))
			.map((entry) -> (Patient) entry.resource())
			.findFirst();
		if (record.filter(ResourceMapping::isModified).isPresent()) {
			mapped.unreadable(this.patient.reference(), EntryReason.MODIFIED);
		}
		else {
			record.ifPresent((found) -> mapped.add(PersonMapping.of(found, this.patient.reference())));
		}
		return mapped;
	}

}
