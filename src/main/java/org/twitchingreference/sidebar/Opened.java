package org.twitchingreference.sidebar;

import org.twitchingreference.launch.FhirSession;

/**
 * What the sidebar needs of the launch that opened it: its id in the URL, the patient it
 * is for, whether the EHR leaves the patient banner to us, how to read the chart, and how
 * long it may stay open.
 */
record Opened(String launchId, String patientId, boolean needsPatientBanner, FhirSession session, Stay stay) {

	/** Never prints which patient it is for. */
	@Override
	public String toString() {
		return "Opened[...]";
	}

}
