package org.twitchingreference.mapping;

import java.util.List;

import org.hl7.fhir.r4.model.Patient;
import org.twitchingreference.mapping.entry.ChartPatient;
import org.twitchingreference.mapping.json.BundleEntry;
import org.twitchingreference.mapping.json.BundlePage;
import org.twitchingreference.mapping.json.UnusableBundleException;

/** Whose chart a Bundle holds: of its one patient, or it is refused. */
final class BundlePatient {

	private BundlePatient() {
	}

	/** Throws when the Bundle holds no patient, or more than one. */
	static ChartPatient of(BundlePage bundle) {
		List<BundleEntry> patients = bundle.entries()
			.stream()
			.filter((entry) -> entry.resource() instanceof Patient)
			.toList();
		long persons = patients.stream().map(BundlePatient::key).distinct().count();
		if (persons > 1) {
			throw new UnusableBundleException("The Bundle holds more than one Patient; a chart is of one.");
		}
		if (persons == 0) {
			boolean damaged = bundle.unreadable().stream().anyMatch((lost) -> lost.reference().startsWith("Patient"));
			throw new UnusableBundleException(
					damaged ? "The Patient in the Bundle is not readable as FHIR R4." : "The Bundle holds no Patient.");
		}
		return ChartPatient.ofFile(key(patients.get(0)), patients.get(0).fullUrl(),
				patients.stream().map((one) -> (Patient) one.resource()).toList());
	}

	/** The id, else the address that the Bundle gives the patient. */
	private static String key(BundleEntry patient) {
		return patient.id().isEmpty() ? patient.fullUrl() : patient.id();
	}

}
