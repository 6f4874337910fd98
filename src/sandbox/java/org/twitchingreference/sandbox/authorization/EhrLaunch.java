package org.twitchingreference.sandbox.authorization;

import java.util.Optional;

import org.twitchingreference.sandbox.ehr.FhirBase;

/**
 * What the EHR told the app when it opened it: the chart, the visit, the FHIR base it is
 * to be read from, whether the app must show who the patient is, and the handle by which
 * the chart's page knows the messages of this app.
 */
public record EhrLaunch(String id, FhirBase base, String patient, Optional<String> encounter, boolean needPatientBanner,
		String messagingHandle) {

}
