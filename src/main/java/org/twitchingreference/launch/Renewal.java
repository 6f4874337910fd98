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

	/** Whether the launch may show nothing more. */
	default boolean endsTheLaunch() {
		return false;
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

	/** The EHR answered with access to another patient's chart. */
	record ForAnotherPatient() implements Renewal {

		@Override
		public boolean endsTheLaunch() {
			return true;
		}

	}

}
