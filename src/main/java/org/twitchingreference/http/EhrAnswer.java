package org.twitchingreference.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.http.address.RefusedAddressException;
import org.twitchingreference.http.body.BodyTooLargeException;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/**
 * The outcome of one GET: the HTTP status with the JSON body of a success, the issue
 * codes of a refusal with the wait it asks for, or the reason why there is neither, with
 * the fault of the connection if there was one; and how many bytes were read and requests
 * sent for it. Its toString holds only the outcome, the status and the fault.
 */
@SuppressWarnings("ArrayRecordComponent")
public record EhrAnswer(Outcome outcome, int status, byte[] json, List<String> issues, Optional<Duration> retryAfter,
		Optional<ConnectionFault> fault, long bytes, int attempts) {

	private static final byte[] NOTHING = {};

	public EhrAnswer {
		issues = List.copyOf(issues);
	}

	/** Whether there is a JSON body. */
	public boolean isJson() {
		return this.outcome == Outcome.JSON;
	}

	/**
	 * Whether what was sent is there now: created (201), or found as the conditional
	 * create asked (200), with a body or none. A page for people is no such answer.
	 */
	public boolean isStored() {
		return this.status == HttpStatus.CREATED.value()
				|| (this.status == HttpStatus.OK.value() && (isJson() || this.outcome == Outcome.EMPTY));
	}

	/**
	 * This answer, with the bytes and requests of an earlier answer to the same question
	 * added.
	 */
	public EhrAnswer addingCostOf(EhrAnswer earlier) {
		return new EhrAnswer(this.outcome, this.status, this.json, this.issues, this.retryAfter, this.fault,
				this.bytes + earlier.bytes, this.attempts + earlier.attempts);
	}

	@Override
	public String toString() {
		return "EhrAnswer[" + this.outcome + " " + this.status + this.fault.map((kind) -> " " + kind.key()).orElse("")
				+ "]";
	}

	static EhrAnswer json(HttpStatusCode status, byte[] json) {
		return new EhrAnswer(Outcome.JSON, status.value(), json, List.of(), Optional.empty(), Optional.empty(), 0, 1);
	}

	static EhrAnswer unusable(Outcome outcome, HttpStatusCode status) {
		return new EhrAnswer(outcome, status.value(), NOTHING, List.of(), Optional.empty(), Optional.empty(), 0, 1);
	}

	static EhrAnswer refused(HttpStatusCode status, List<String> issues, Optional<Duration> retryAfter) {
		return new EhrAnswer(Outcome.REFUSED, status.value(), NOTHING, issues, retryAfter, Optional.empty(), 0, 1);
	}

	static EhrAnswer failed(IOException failure) {
		return new EhrAnswer(Outcome.of(failure).orElse(Outcome.UNREACHABLE), 0, NOTHING, List.of(), Optional.empty(),
				ConnectionFault.of(failure), 0, 1);
	}

	/** An outcome without a request. */
	static EhrAnswer notSent(Outcome outcome) {
		return new EhrAnswer(outcome, 0, NOTHING, List.of(), Optional.empty(), Optional.empty(), 0, 0);
	}

	EhrAnswer withBytes(long bytes) {
		return new EhrAnswer(this.outcome, this.status, this.json, this.issues, this.retryAfter, this.fault, bytes,
				this.attempts);
	}

	static boolean isJson(@Nullable MediaType type) {
		return type != null && (type.getSubtype().equals("json") || "json".equals(type.getSubtypeSuffix()));
	}

	/** How one request ended. */
	public enum Outcome {

		/** A success with a JSON body. */
		JSON,
		/** A success without a body. */
		EMPTY,
		/** A success that is no JSON, or a redirect, which is never followed. */
		NOT_JSON,
		/** A 4xx or 5xx. */
		REFUSED,
		/** More bytes than may be read of one answer. */
		TOO_LARGE,
		/** No complete answer in time. */
		TIMED_OUT,
		/** The connection failed. */
		UNREACHABLE,
		/**
		 * The host has only IP addresses that its registration does not allow; nothing
		 * was sent.
		 */
		REFUSED_ADDRESS,
		/** Too many requests were under way for the longest wait; nothing was sent. */
		TOO_BUSY;

		/**
		 * The outcome that corresponds to an exception of the HTTP client; empty for any
		 * other exception.
		 */
		public static Optional<Outcome> of(Throwable failure) {
			for (Throwable at = failure; at != null; at = at.getCause()) {
				if (at instanceof BodyTooLargeException) {
					return Optional.of(TOO_LARGE);
				}
				if (at instanceof RefusedAddressException) {
					return Optional.of(REFUSED_ADDRESS);
				}
				if (at instanceof InterruptedIOException) {
					return Optional.of(TIMED_OUT);
				}
				if (at instanceof IOException) {
					return Optional.of(UNREACHABLE);
				}
			}
			return Optional.empty();
		}

	}

}
