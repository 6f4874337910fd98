package org.twitchingreference.sidebar;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a launch may stay open and for whom: the user as named by the EHR, how long it
 * may be unused, how long before that end the page warns, when it ends in any case, and
 * the token by which the page extends or closes it.
 */
record SessionTimeout(Optional<String> userType, Optional<String> user, boolean unnamed, Duration idle,
		Duration warning, Instant latestEnd, String csrfToken) {

	/** Never prints who it is. */
	@Override
	public String toString() {
		return "SessionTimeout[...]";
	}

}
