package org.twitchingreference.smart;

import java.util.Optional;

/** How an attempt to renew the access of a launch ended. */
public sealed interface RenewalResult {

	/** The renewed grant, if there is one. */
	default Optional<TokenGrant> grant() {
		return Optional.empty();
	}

	/** Whether another attempt may succeed. */
	default boolean mayBeRetried() {
		return false;
	}

	/** Why the launch must end, as a word of the audit trail; empty if it continues. */
	default Optional<String> endReason() {
		return Optional.empty();
	}

	/** The EHR renewed the access. */
	record Renewed(TokenGrant renewed) implements RenewalResult {

		@Override
		public Optional<TokenGrant> grant() {
			return Optional.of(this.renewed);
		}

		@Override
		public boolean mayBeRetried() {
			return true;
		}

	}

	/** The EHR will not renew it. */
	record Refused() implements RenewalResult {

	}

	/** The EHR did not answer, or its answer cannot be used. */
	record Failed() implements RenewalResult {

		@Override
		public boolean mayBeRetried() {
			return true;
		}

	}

	/** The EHR gave access to another patient's chart; it is revoked. */
	record ForAnotherPatient(Optional<TokenGrant> grant) implements RenewalResult {

		@Override
		public Optional<String> endReason() {
			return Optional.of("another-patient");
		}

	}

	/**
	 * The EHR sent an id_token that is invalid or of another user; the access is revoked.
	 */
	record ForAnotherUser(Optional<TokenGrant> grant) implements RenewalResult {

		@Override
		public Optional<String> endReason() {
			return Optional.of("another-user");
		}

	}

	/** The launch was closed meanwhile, on another node; what came is revoked. */
	record AfterItsEnd(Optional<TokenGrant> grant) implements RenewalResult {

		@Override
		public Optional<String> endReason() {
			return Optional.of("closed");
		}

	}

}
