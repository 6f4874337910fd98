package org.twitchingreference.sidebar;

import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.twitchingreference.audit.LaunchTrail;
import org.twitchingreference.bedside.BedsideStore;
import org.twitchingreference.fhir.FhirSession;
import org.twitchingreference.launch.Launch;
import org.twitchingreference.ordering.OrderCapability;
import org.twitchingreference.smart.WebMessaging;

/**
 * What the sidebar needs of the launch that opened it: its id in the URL, the patient it
 * is for, whether the app must show the patient banner, whether the EHR has a style of
 * its own, the session that reads the chart, how long the launch may stay open, its audit
 * trail, what was answered and put aside, how drafts may be put onto the EHR's scratchpad
 * (SMART Web Messaging), and whether its FHIR server accepts them.
 */
record SidebarLaunch(String launchId, String patientId, boolean needsPatientBanner, boolean styled, FhirSession session,
		SessionTimeout timeout, LaunchTrail trail, BedsideStore bedside, Optional<WebMessaging> scratchpad,
		BooleanSupplier creates) {

	/** Whether the FHIR server accepts drafts is looked up only when a page needs it. */
	static SidebarLaunch of(Launch launch, OrderCapability capability) {
		return new SidebarLaunch(launch.id(), launch.patientId(), launch.needsPatientBanner(), launch.isStyled(),
				launch.openFhirSession(), SessionTimeout.of(launch), launch.trail(), launch.bedside(),
				launch.scratchpad(), () -> capability.isAvailable(launch.openFhirSession()));
	}

	/** Never prints which patient it is for. */
	@Override
	public String toString() {
		return "SidebarLaunch[...]";
	}

}
