package org.twitchingreference.registration;

import java.util.LinkedHashSet;
import java.util.Set;

/** The scopes that differ between the two kinds of launch. */
final class Scopes {

	/** The launch begins in a chart. */
	static final String LAUNCH = "launch";

	/** The launch begins outside the EHR, which asks for the patient. */
	static final String LAUNCH_PATIENT = "launch/patient";

	private Scopes() {
	}

	static Set<String> without(String scope, Set<String> scopes) {
		Set<String> others = new LinkedHashSet<>(scopes);
		others.remove(scope);
		return others;
	}

}
