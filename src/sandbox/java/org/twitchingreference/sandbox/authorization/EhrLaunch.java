package org.twitchingreference.sandbox.authorization;

import java.util.Optional;

import org.twitchingreference.sandbox.ehr.FhirBase;

/**
 * A launch of the app from a chart: its opaque id (the "launch" parameter), the FHIR base
 * to read from, the patient, the encounter, whether the app must show the patient banner,
 * and the SMART Web Messaging handle by which the chart's page recognises the app's
 * messages.
 */
public record EhrLaunch(String id, FhirBase base, String patient, Optional<String> encounter, boolean needPatientBanner,
		String messagingHandle) {

}
