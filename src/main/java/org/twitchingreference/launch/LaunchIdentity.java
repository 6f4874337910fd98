package org.twitchingreference.launch;

import java.util.Optional;

import org.twitchingreference.smart.PendingAuthorization;
import org.twitchingreference.smart.RandomSecrets;
import org.twitchingreference.smart.SignedInUser;

/**
 * The parts of a launch that never change: the random id in its URLs, the secrets of its
 * cookie and of its forms, the authorization that opened it, and who signed in.
 */
public record LaunchIdentity(String id, String cookieSecret, String csrfToken, PendingAuthorization authorization,
		Optional<SignedInUser> user) {

	/** Of a new launch. */
	public static LaunchIdentity of(PendingAuthorization authorization, Optional<SignedInUser> user) {
		return new LaunchIdentity(RandomSecrets.random(), RandomSecrets.random(), RandomSecrets.random(), authorization,
				user);
	}

	LaunchIdentity of(Optional<SignedInUser> named) {
		return new LaunchIdentity(this.id, this.cookieSecret, this.csrfToken, this.authorization, named);
	}

	/** Prints nothing secret. */
	@Override
	public String toString() {
		return "LaunchIdentity";
	}

}
