package org.twitchingreference.sandbox.chart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * The orders that apps drafted through the FHIR server, the last hundred of each patient.
 * They are shown on the chart's page; the chart itself stays as its file has it.
 */
public class DraftBoard {

	private static final int MOST = 100;

	private final Map<String, List<ServiceRequest>> byPatient = new ConcurrentHashMap<>();

	private final AtomicInteger number = new AtomicInteger();

	/** Keeps the draft under a new id, which is returned. */
	public String add(String patient, ServiceRequest draft) {
		String id = "draft-" + this.number.incrementAndGet();
		draft.setId("ServiceRequest/" + id);
		List<ServiceRequest> drafts = this.byPatient.computeIfAbsent(patient, (name) -> new CopyOnWriteArrayList<>());
		drafts.add(draft);
		if (drafts.size() > MOST) {
			drafts.remove(0);
		}
		return id;
	}

	/** The id of the draft with the identifier, "system|value". */
	public Optional<String> find(String patient, String identifier) {
		return of(patient).stream()
			.filter((draft) -> draft.getIdentifier()
				.stream()
				.anyMatch((one) -> identifier.equals(one.getSystem() + "|" + one.getValue())))
			.map((draft) -> draft.getIdElement().getIdPart())
			.findFirst();
	}

	public List<ServiceRequest> of(String patient) {
		return List.copyOf(this.byPatient.getOrDefault(patient, List.of()));
	}

}
