package org.twitchingreference.launch;

import java.time.Duration;
import java.util.List;

/** What the EHR answered to one FHIR request. */
public sealed interface FhirReply {

	/** What it took to get it. */
	Cost cost();

	/** This reply when what was asked for is a page after the first one. */
	FhirReply asNextPage();

	/**
	 * A JSON body with a success status, not parsed yet; never compared, never printed.
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Body(byte[] json, Cost cost) implements FhirReply {

		/** A body that came at the first request, at once. */
		public Body(byte[] json) {
			this(json, new Cost(1, false, json.length, Duration.ZERO));
		}

		@Override
		public FhirReply asNextPage() {
			return this;
		}

		@Override
		public String toString() {
			return "Body[" + this.json.length + " bytes]";
		}

	}

	/**
	 * No usable answer: the kind, the HTTP status where there was one (0 otherwise), and
	 * the codes of the issues (OperationOutcome) that the EHR named, without their texts.
	 */
	record Failure(Kind kind, int status, List<String> issues, Cost cost) implements FhirReply {

		public Failure {
			issues = List.copyOf(issues);
		}

		/** A failure of which nothing else is known. */
		public Failure(Kind kind, int status) {
			this(kind, status, List.of(), Cost.NONE);
		}

		@Override
		public FhirReply asNextPage() {
			return (this.kind == Kind.NOT_FOUND) ? new Failure(Kind.PAGE_EXPIRED, this.status, this.issues, this.cost)
					: this;
		}

		/** Never prints the codes, which a server chooses. */
		@Override
		public String toString() {
			return "Failure[" + this.kind + " " + this.status + "]";
		}

		/** What went wrong, as far as it matters to who can mend it. */
		public enum Kind {

			/** 401: the token is not accepted (any more). */
			UNAUTHORIZED,
			/** 403: the EHR refuses this part of the chart. */
			FORBIDDEN,
			/** 404 or 410. */
			NOT_FOUND,
			/** The EHR no longer knows the search whose next page was asked for. */
			PAGE_EXPIRED,
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
			/** This app asks the EHR for too much at once; it was not asked. */
			TOO_BUSY,
			/** A success or redirect that is not JSON: a login page, a proxy's page. */
			NOT_FHIR,
			/** More than the bound of one response. */
			TOO_LARGE,
			/**
			 * A location that is not under the launch's FHIR base; it was not contacted.
			 */
			FOREIGN_LOCATION,
			/**
			 * The launch ended: its renewed access was for another patient. Nothing more
			 * is read with it.
			 */
			LAUNCH_ENDED

		}

	}

	/**
	 * How often the EHR was asked, whether access was renewed for it, the bytes that came
	 * in, and how long it took with all waiting.
	 */
	record Cost(int attempts, boolean renewed, long bytes, Duration duration) {

		/** That of a reply without a request. */
		public static final Cost NONE = new Cost(0, false, 0, Duration.ZERO);

	}

}
