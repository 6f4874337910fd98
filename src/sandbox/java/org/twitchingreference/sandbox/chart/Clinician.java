package org.twitchingreference.sandbox.chart;

import org.hl7.fhir.r4.model.Practitioner;

/** The only user of this EHR. */
public final class Clinician {

	public static final String ID = "sandbox-clinician";

	private Clinician() {
	}

	/** The entry that fhirUser points to. */
	static Practitioner practitioner() {
		Practitioner practitioner = new Practitioner();
		practitioner.setId("Practitioner/" + ID);
		practitioner.addName().setFamily("Ashdown").addGiven("Rowan").addPrefix("Dr");
		return practitioner;
	}

}
