package org.twitchingreference.sandbox.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Divides one Bundle among its patients; what names no patient (Medication, Practitioner)
 * belongs to each of them.
 */
class ChartBundle {

	private final Map<String, Patient> patients = new LinkedHashMap<>();

	private final Map<String, List<Resource>> owned = new LinkedHashMap<>();

	private final String shows;

	ChartBundle(Bundle bundle, FhirContext fhir) {
		new ChartReferences(fhir).resolve(bundle);
		this.shows = bundle.getMeta().getTag().stream().findFirst().map(Coding::getDisplay).orElse("");
		List<Resource> resources = bundle.getEntry()
			.stream()
			.filter(BundleEntryComponent::hasResource)
			.map(BundleEntryComponent::getResource)
			.toList();
		resources.forEach(ChartBundle::stamp);
		resources.forEach(this::addPatient);
		resources.forEach(this::addResource);
		addResource(Clinician.practitioner());
	}

	/** Fails with an IllegalArgumentException when the Bundle has no patient. */
	List<PatientChart> charts() {
		if (this.patients.isEmpty()) {
			throw new IllegalArgumentException("it holds no Patient");
		}
		return this.patients.entrySet()
			.stream()
			.map((entry) -> new PatientChart(entry.getValue(), this.shows, resources(entry.getKey())))
			.toList();
	}

	private List<Resource> resources(String patient) {
		return this.owned.getOrDefault(patient, List.of());
	}

	/**
	 * Sets lastUpdated, which a server would have, on an order whose file has none: the
	 * latest time in the past at which it was placed or ended.
	 */
	private static void stamp(Resource resource) {
		if (resource instanceof MedicationRequest order && !order.getMeta().hasLastUpdated()) {
			Instant now = Instant.now();
			Instant changed = times(order).filter(BaseDateTimeType::hasValue)
				.map((time) -> DateRange.of(time).from())
				.filter((time) -> time.isBefore(now))
				.max(Comparator.naturalOrder())
				.orElse(now);
			order.getMeta().setLastUpdatedElement(new InstantType(changed.toString()));
		}
	}

	private static Stream<BaseDateTimeType> times(MedicationRequest order) {
		Stream<Period> bounds = order.getDosageInstruction()
			.stream()
			.map((dosage) -> dosage.getTiming().getRepeat().getBounds())
			.filter(Period.class::isInstance)
			.map(Period.class::cast);
		return Stream.concat(Stream.of(order.getAuthoredOnElement()),
				Stream.concat(Stream.of(order.getDispenseRequest().getValidityPeriod()), bounds)
					.map(Period::getEndElement));
	}

	private void addPatient(Resource resource) {
		if (resource instanceof Patient patient) {
			this.patients.put("Patient/" + patient.getIdElement().getIdPart(), patient);
		}
	}

	private void addResource(Resource resource) {
		Optional<String> owner = owner(resource);
		owner.filter((patient) -> !this.patients.containsKey(patient)).ifPresent((patient) -> {
			throw new IllegalArgumentException(resource.fhirType() + "/" + resource.getIdElement().getIdPart()
					+ " belongs to " + patient + ", which it does not hold");
		});
		Stream<String> owners = owner.map(Stream::of).orElseGet(() -> this.patients.keySet().stream());
		owners.forEach((patient) -> this.owned.computeIfAbsent(patient, (key) -> new ArrayList<>()).add(resource));
	}

	private static Optional<String> owner(Resource resource) {
		if (resource instanceof Patient) {
			return Optional.of("Patient/" + resource.getIdElement().getIdPart());
		}
		return Stream.of("subject", "patient")
			.flatMap((element) -> Stream.ofNullable(resource.getNamedProperty(element)))
			.map(Property::getValues)
			.flatMap(List<Base>::stream)
			.filter(Reference.class::isInstance)
			.map((reference) -> ((Reference) reference).getReferenceElement().toUnqualifiedVersionless().getValue())
			.filter((reference) -> reference != null && reference.startsWith("Patient/"))
			.findFirst();
	}

}
