package org.twitchingreference.sidebar;

import org.twitchingreference.audit.LaunchTrail;
import org.twitchingreference.bedside.BedsideStore;
import org.twitchingreference.fhir.FhirSession;

/**
 * What the sidebar needs of the launch that opened it: its id in the URL, the patient it
 * is for, whether the EHR leaves the patient banner to us and has a style of its own, how
 * to read the chart, how long it may stay open, where what happens in it is written down,
 * and what was answered and put aside at it.
 */
record SidebarLaunch(String launchId, String patientId, boolean needsPatientBanner, boolean styled, FhirSession session,
		SessionTimeout timeout, LaunchTrail trail, BedsideStore bedside) {

	/** Never prints which patient it is for. */
	@Override
	public String toString() {
		return "Opened[...]";
	}

}
