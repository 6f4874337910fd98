package org.twitchingreference.sidebar;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.twitchingreference.launch.Launch;
import org.twitchingreference.launch.LaunchLimits;
import org.twitchingreference.smart.SignedInUser;

/**
 * How long a launch may stay open and for whom: the user as named by the EHR, how long it
 * may be unused, how long before that end the page warns, when it ends in any case, and
 * the CSRF token with which the page extends or closes it.
 */
record SessionTimeout(Optional<String> userType, Optional<String> user, boolean unnamed, Duration idle,
		Duration warning, Instant latestEnd, String csrfToken) {

	/** A user without a name in the EHR is shown by id. */
	static SessionTimeout of(Launch launch) {
		LaunchLimits limits = launch.limits();
		return new SessionTimeout(launch.user().flatMap(SignedInUser::type),
				launch.user().flatMap((user) -> user.name().or(user::id)),
				launch.user().filter(SignedInUser::isUnnamed).isPresent(), limits.idle(), limits.warning(),
				limits.latestEnd(), launch.csrfToken());
	}

	/** Never prints who it is. */
	@Override
	public String toString() {
		return "SessionTimeout[...]";
	}

}
