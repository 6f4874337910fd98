package org.twitchingreference.launch;

import java.util.Locale;

/** What became of asking an EHR to end the access of a launch. */
enum Revoked {

	/** The EHR said that it is ended. */
	CONFIRMED,
	/** The EHR offers no way to ask. */
	NOT_OFFERED,
	/** The EHR did not say so, or not in time. */
	NOT_CONFIRMED;

	/** The name in message keys. */
	String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
