package org.twitchingreference.chart;

import java.nio.charset.StandardCharsets;

import org.twitchingreference.launch.FhirSession;
import org.twitchingreference.registration.Dialect;

import org.springframework.web.util.UriUtils;

/**
 * How one part of the chart is asked for. Only parameters that are needed: servers reject
 * the ones they do not know, so nothing is sorted (all pages are read anyway). Medicines
 * are asked for with every status that may mean use, ended ones too, since a depot still
 * acts; "unknown" is asked for so that it can be named.
 */
record Query(Part part, String resourceType, String words) {

	static Query of(Part part) {
		return switch (part) {
			case PATIENT -> new Query(part, "Patient", "patient record");
			case LABORATORY -> new Query(part, "Observation", "laboratory results");
			case MEDICATIONS -> new Query(part, "MedicationRequest", "medicines");
			case PROBLEMS -> new Query(part, "Condition", "problem list");
			case VITAL_SIGNS -> new Query(part, "Observation", "body weight");
		};
	}

	/** The location of the first page. */
	String location(FhirSession session) {
		String patient = UriUtils.encode(session.patientId(), StandardCharsets.UTF_8);
		Dialect dialect = session.dialect();
		String search = this.resourceType + "?patient=" + patient;
		String count = "&_count=" + dialect.count();
		return switch (this.part) {
			case PATIENT -> "Patient/" + patient;
			case LABORATORY -> search + "&" + category() + count;
			case MEDICATIONS -> search + "&status=active,on-hold,completed,stopped,unknown" + count
					+ (dialect.includesMedication() ? "&_include=MedicationRequest:medication" : "");
			case PROBLEMS, VITAL_SIGNS -> search + count;
		};
	}

	/** The only category that is asked for, empty when all are. */
	String category() {
		return (this.part == Part.LABORATORY) ? "category=laboratory" : "";
	}

}
