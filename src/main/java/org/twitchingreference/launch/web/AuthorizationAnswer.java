package org.twitchingreference.launch.web;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.smart.LaunchException;
import org.twitchingreference.smart.LaunchProblem;
import org.twitchingreference.smart.PendingAuthorization;

/**
 * What an EHR answered to an authorization request: a code or an error, perhaps the
 * issuer that answers, and whether every parameter could be decoded.
 */
record AuthorizationAnswer(@Nullable String code, @Nullable String error, @Nullable String issuer, boolean readable) {

	/**
	 * The authorization that is answered. If it cannot be found and the answer reports an
	 * error, the exception carries that error: it opens nothing, and explains more.
	 */
	PendingAuthorization orItsError(Supplier<PendingAuthorization> answered) {
		try {
			return answered.get();
		}
		catch (LaunchException ex) {
			if (this.error != null && ex.problem() == LaunchProblem.STATE_MISSING) {
				throw refusal(this.error);
			}
			throw LaunchException.of(ex.problem(), this.error);
		}
	}

	/** The code, if there is one and nothing contradicts it. */
	String usableCode() {
		if (this.error != null) {
			throw refusal(this.error);
		}
		if (!this.readable) {
			throw new LaunchException(LaunchProblem.UNREADABLE_ANSWER);
		}
		if (this.code == null || this.code.isBlank()) {
			throw new LaunchException(LaunchProblem.INCOMPLETE_ANSWER);
		}
		return this.code;
	}

	/** Prints no code. */
	@Override
	public String toString() {
		return "AuthorizationAnswer";
	}

	private static LaunchException refusal(String error) {
		return LaunchException.of(
				error.equals("access_denied") ? LaunchProblem.CONSENT_REFUSED : LaunchProblem.AUTHORIZATION_REFUSED,
				error);
	}

}
