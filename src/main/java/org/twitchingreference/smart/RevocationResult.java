package org.twitchingreference.smart;

import java.util.Locale;

/** How asking an EHR to revoke the access of a launch ended. */
public enum RevocationResult {

	/** The EHR confirmed it. */
	CONFIRMED,
	/** The EHR has no revocation endpoint. */
	NOT_OFFERED,
	/** The EHR did not confirm it in time. */
	NOT_CONFIRMED;

	/** The part of message keys that names the outcome. */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
