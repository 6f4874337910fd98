package org.twitchingreference.sandbox.page;

import java.util.Optional;

import org.hl7.fhir.r4.model.Patient;
import org.twitchingreference.sandbox.chart.PatientChart;

/** One patient in the list: who, born which year, and what the chart shows. */
record PatientLine(String id, String name, String born, String shows) {

	static PatientLine of(PatientChart chart) {
		Patient patient = chart.patient();
		String born = Optional.ofNullable(patient.getBirthDateElement().getValueAsString())
			.map((date) -> date.substring(0, 4))
			.orElse("unknown");
		return new PatientLine(chart.id(), patient.getNameFirstRep().getNameAsSingleString(), born, chart.shows());
	}

}
