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
 * is for, whether the EHR leaves the patient banner to us and has a style of its own, how
 * to read the chart, how long it may stay open, where what happens in it is written down,
 * what was answered and put aside at it, and how drafts may be put onto the EHR's
 * scratchpad, and whether its FHIR server takes them.
 */
record SidebarLaunch(String launchId, String patientId, boolean needsPatientBanner, boolean styled, FhirSession session,
		SessionTimeout timeout, LaunchTrail trail, BedsideStore bedside, Optional<WebMessaging> scratchpad,
		BooleanSupplier creates) {

	/** Whether its FHIR server takes orders is asked when a page needs it. */
	static SidebarLaunch of(Launch launch, OrderCapability capability) {
		return new SidebarLaunch(launch.id(), launch.patientId(), launch.needsPatientBanner(), launch.isStyled(),
				launch.openFhirSession(), SessionTimeout.of(launch), launch.trail(), launch.bedside(),
				launch.scratchpad(), () -> capability.isGiven(launch.openFhirSession()));
	}

	/** Never prints which patient it is for. */
	@Override
	public String toString() {
		return "SidebarLaunch[...]";
	}

}
