package org.twitchingreference.launch;

import java.util.Optional;

/** What became of asking an EHR to renew the access of a launch. */
sealed interface Renewal {

	/** The renewed grant, if there is one. */
	default Optional<TokenGrant> grant() {
		return Optional.empty();
	}

	/** Whether asking again later may help. */
	default boolean isWorthRepeating() {
		return false;
	}

	/** Why the launch may show nothing more, in the words of the audit trail. */
	default Optional<String> endsTheLaunch() {
		return Optional.empty();
	}

	/** The access goes on. */
	record Renewed(TokenGrant renewed) implements Renewal {

		@Override
		public Optional<TokenGrant> grant() {
			return Optional.of(this.renewed);
		}

		@Override
		public boolean isWorthRepeating() {
			return true;
		}

	}

	/** The EHR will not renew it. */
	record Refused() implements Renewal {

	}

	/** The EHR did not answer, or not usably. */
	record Failed() implements Renewal {

		@Override
		public boolean isWorthRepeating() {
			return true;
		}

	}

	/** The EHR answered with access to another patient's chart, which is given back. */
	record ForAnotherPatient(Optional<TokenGrant> grant) implements Renewal {

		@Override
		public Optional<String> endsTheLaunch() {
			return Optional.of("another-patient");
		}

	}

	/**
	 * The EHR answered with an id_token that is not of the launch's user, or not right;
	 * the access is given back.
	 */
	record ForAnotherUser(Optional<TokenGrant> grant) implements Renewal {

		@Override
		public Optional<String> endsTheLaunch() {
			return Optional.of("another-user");
		}

	}

}
