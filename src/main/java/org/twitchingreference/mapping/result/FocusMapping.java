package org.twitchingreference.mapping.result;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.twitchingreference.mapping.element.ChartText;
import org.twitchingreference.mapping.entry.ChartPatient;

/**
 * Whom or what an observation is about if its focus is not the patient but a fetus, a
 * donor or a device. A focus on something the patient has, gave or received leaves it the
 * patient's.
 */
final class FocusMapping {

	private static final Set<String> OF_THE_PATIENT = Set.of("Specimen", "Condition", "Procedure", "Encounter",
			"Observation", "DiagnosticReport", "ServiceRequest", "MedicationRequest", "MedicationAdministration",
			"MedicationStatement");

	private final ChartPatient patient;

	FocusMapping(ChartPatient patient) {
		this.patient = patient;
	}

	/** The other subject in the EHR's words, empty text if the EHR only refers to it. */
	Optional<String> about(Observation observation) {
		return observation.getFocus()
			.stream()
			.filter((focus) -> !isOfThePatient(focus))
			.map((focus) -> ChartText.name(focus.getDisplay()))
			.findFirst();
	}

	private boolean isOfThePatient(Reference focus) {
		String address = address(focus);
		String type = Objects.toString(focus.getType(), Objects.toString(new IdType(address).getResourceType(), ""));
		return OF_THE_PATIENT.contains(type)
				|| ((!address.isEmpty() || focus.hasIdentifier()) && this.patient.mayBe(focus, ""));
	}

	private static String address(Reference focus) {
		return Objects.toString(focus.getReferenceElement_().getValueAsString(), "").strip();
	}

}
