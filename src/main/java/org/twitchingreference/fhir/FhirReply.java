package org.twitchingreference.fhir;

import java.time.Duration;
import java.util.List;

/** What the EHR answered to one FHIR request. */
public sealed interface FhirReply {

	/** The requests, bytes and time that the reply took. */
	Cost cost();

	/**
	 * This reply, as one to a request for a later page: "not found" then means that the
	 * EHR no longer knows the search.
	 */
	FhirReply asNextPage();

	/**
	 * A JSON body with a success status, not parsed yet. It is never compared and never
	 * printed.
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Body(byte[] json, Cost cost) implements FhirReply {

		/** A body that came with the first request, without waiting. */
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
	 * No usable answer: the kind, the HTTP status (0 if there was none), and the codes of
	 * the issues (OperationOutcome) that the EHR named, without their texts.
	 */
	record Failure(Kind kind, int status, List<String> issues, Cost cost) implements FhirReply {

		public Failure {
			issues = List.copyOf(issues);
		}

		/** A failure without issue codes and cost. */
		public Failure(Kind kind, int status) {
			this(kind, status, List.of(), Cost.NONE);
		}

		@Override
		public FhirReply asNextPage() {
			return (this.kind == Kind.NOT_FOUND) ? new Failure(Kind.PAGE_EXPIRED, this.status, this.issues, this.cost)
					: this;
		}

		/** Prints no issue codes, which the server chooses. */
		@Override
		public String toString() {
			return "Failure[" + this.kind + " " + this.status + "]";
		}

		/** What went wrong, in kinds that different people can fix. */
		public enum Kind {

			/** 401: the token is not accepted (any more). */
			UNAUTHORIZED,
			/** 403: the EHR refuses this part of the chart. */
			FORBIDDEN,
			/**
			 * The EHR refuses it until the user gives a reason there: break the glass.
			 */
			RESTRICTED,
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
			/**
			 * No safe connection could be made (TLS); nothing was sent, and waiting does
			 * not help.
			 */
			NOT_SECURE,
			/** Too many requests of this app were running; this one was not sent. */
			TOO_BUSY,
			/** A success or redirect that is not JSON: a login page, a proxy's page. */
			NOT_FHIR,
			/** More bytes than may be read of one answer. */
			TOO_LARGE,
			/** The location is not under the launch's FHIR base; it was not contacted. */
			FOREIGN_LOCATION,
			/**
			 * The launch has ended: it was closed, or its renewed access was for somebody
			 * else. Nothing more is read with it.
			 */
			LAUNCH_ENDED

		}

	}

	/**
	 * How many requests were sent, whether access was renewed, how many bytes were
	 * received, and how long it took including waits.
	 */
	record Cost(int attempts, boolean renewed, long bytes, Duration duration) {

		/** The cost of a reply without a request. */
		public static final Cost NONE = new Cost(0, false, 0, Duration.ZERO);

	}

}
