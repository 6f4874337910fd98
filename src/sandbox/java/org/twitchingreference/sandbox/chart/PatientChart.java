package org.twitchingreference.sandbox.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** All resources of one patient, by type and by reference; never changed. */
public final class PatientChart {

	private final Patient patient;

	private final String shows;

	private final Map<String, List<Resource>> byType;

	private final Map<String, Resource> byReference;

	/** The resources include the patient; "shows" says what the chart is about. */
	PatientChart(Patient patient, String shows, List<Resource> resources) {
		this.patient = patient;
		this.shows = shows;
		this.byType = resources.stream().collect(Collectors.groupingBy(Resource::fhirType));
		this.byReference = resources.stream()
			.collect(Collectors.toMap(PatientChart::reference, Function.identity(), (first, second) -> second,
					LinkedHashMap::new));
	}

	private static String reference(Resource resource) {
		return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
	}

	public String id() {
		return this.patient.getIdElement().getIdPart();
	}

	public Patient patient() {
		return this.patient;
	}

	public String shows() {
		return this.shows;
	}

	/** In the order of the file. */
	public List<Resource> all(String type) {
		return this.byType.getOrDefault(type, List.of());
	}

	public <T extends Resource> List<T> all(Class<T> type) {
		return all(type.getSimpleName()).stream().map(type::cast).toList();
	}

	/** The reference is relative: "Medication/m1". */
	public Optional<Resource> find(String reference) {
		return Optional.ofNullable(this.byReference.get(reference));
	}

	/** The visit a launch from this chart belongs to. */
	public Optional<String> currentEncounter() {
		return all(Encounter.class).stream()
			.filter((encounter) -> encounter.getStatus() == EncounterStatus.INPROGRESS)
			.map((encounter) -> encounter.getIdElement().getIdPart())
			.findFirst();
	}

}
