package org.twitchingreference.launch;

/** What the EHR answered to one FHIR request. */
public sealed interface FhirReply {

	/**
	 * A JSON body with a success status, not parsed yet; never compared, never printed.
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Body(byte[] json) implements FhirReply {

		@Override
		public String toString() {
			return "Body[" + this.json.length + " bytes]";
		}

	}

	/**
	 * No usable answer: the kind, and the HTTP status where there was one (0 otherwise).
	 */
	record Failure(Kind kind, int status) implements FhirReply {

		/** What went wrong, as far as it matters to who can mend it. */
		public enum Kind {

			/** 401: the token is not accepted (any more). */
			UNAUTHORIZED,
			/** 403: the EHR refuses this part of the chart. */
			FORBIDDEN,
			/** 404 or 410. */
			NOT_FOUND,
			/** 429: asked too often. */
			TOO_MANY_REQUESTS,
			/** Any other 4xx: the server does not accept the query. */
			REJECTED,
			/** 5xx. */
			SERVER_ERROR,
			/** No answer in time. */
			TIMED_OUT,
			/** The connection failed. */
			UNREACHABLE,
			/** A success or redirect that is not JSON: a login page, a proxy's page. */
			NOT_FHIR,
			/** More than the bound of one response. */
			TOO_LARGE,
			/**
			 * A location that is not under the launch's FHIR base; it was not contacted.
			 */
			FOREIGN_LOCATION

		}

	}

}
