package org.twitchingreference.registration;

import java.util.LinkedHashSet;
import java.util.Set;

/** The scopes that tell the two kinds of launch apart. */
final class Scopes {

	/** The launch was begun in a chart. */
	static final String LAUNCH = "launch";

	/** The EHR is to ask for the patient. */
	static final String LAUNCH_PATIENT = "launch/patient";

	private Scopes() {
	}

	static Set<String> without(String scope, Set<String> scopes) {
		Set<String> others = new LinkedHashSet<>(scopes);
		others.remove(scope);
		return others;
	}

}
