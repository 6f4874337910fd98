package org.twitchingreference.reading;

import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.chart.ReadReason;
import org.twitchingreference.chart.ReadStatus;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.fhir.FhirReply.Failure;
import org.twitchingreference.reading.query.Query;

/** The ways in which a query ends before everything was read. */
final class QueryEndings {

	private QueryEndings() {
	}

	/** Never asked for by the registration, or asked for and not granted. */
	static ReadStatus notGranted(Query query, boolean askedFor) {
		ReadReason why = askedFor ? ReadReason.NOT_GRANTED : ReadReason.NOT_ASKED_FOR;
		return ReadStatus.of(ReadOutcome.REFUSED, why.reason(query.subject(), query.resourceType()));
	}

	static ReadStatus partlyGranted(Query query) {
		return ReadStatus.of(ReadOutcome.TRUNCATED,
				ReadReason.PARTLY_GRANTED.reason(query.subject(), query.resourceType()));
	}

	static ReadStatus notOffered(Query query) {
		return ReadStatus.of(ReadOutcome.REFUSED, ReadReason.NOT_OFFERED.reason(query.subject(), query.resourceType()));
	}

	/**
	 * Ended by this app, for a reason that has no other argument than what was requested.
	 */
	static ReadStatus failed(Query query, ReadReason why) {
		return ReadStatus.of(ReadOutcome.FAILED, why.reason(query.subject()));
	}

	/** Not begun or not continued, because this app is too busy. */
	static ReadStatus tooBusy(Query query) {
		return failed(query, ReadReason.APP_TOO_BUSY);
	}

	/** The EHR gave no answer, or nothing that is HTTP. */
	static ReadStatus unanswered(Query query, ReadReason why) {
		return ReadStatus.of(ReadOutcome.FAILED, why.reason(query.subject(), 0));
	}

	/** The meaning of a failed request when nothing was read before. */
	static ReadStatus of(Failure failure, Query query) {
		ReadOutcome outcome = switch (failure.kind()) {
			case UNAUTHORIZED, FORBIDDEN, RESTRICTED -> ReadOutcome.REFUSED;
			default -> ReadOutcome.FAILED;
		};
		return ReadStatus.of(outcome, why(failure, query));
	}

	private static Reason why(Failure failure, Query query) {
		return switch (failure.kind()) {
			case FORBIDDEN -> ReadReason.EHR_REFUSED.reason(query.subject(), failure.status(), query.resourceType());
			case RESTRICTED -> ReadReason.EHR_ASKS_FOR_A_REASON.reason(query.subject());
			default -> code(failure.kind()).reason(query.subject(), failure.status());
		};
	}

	private static ReadReason code(Failure.Kind kind) {
		return switch (kind) {
			case UNAUTHORIZED -> ReadReason.EHR_ENDED_ACCESS;
			case FORBIDDEN -> ReadReason.EHR_REFUSED;
			case RESTRICTED -> ReadReason.EHR_ASKS_FOR_A_REASON;
			case NOT_FOUND -> ReadReason.EHR_FOUND_NOTHING;
			case PAGE_EXPIRED -> ReadReason.EHR_FORGOT_SEARCH;
			case TOO_MANY_REQUESTS -> ReadReason.EHR_TOO_BUSY;
			case REJECTED -> ReadReason.EHR_DID_NOT_ACCEPT_QUERY;
			case SERVER_ERROR -> ReadReason.EHR_FAILED;
			case TIMED_OUT -> ReadReason.EHR_NOT_IN_TIME;
			case UNREACHABLE -> ReadReason.EHR_NOT_REACHED;
			case NOT_SECURE -> ReadReason.EHR_CONNECTION_NOT_SECURE;
			case TOO_BUSY -> ReadReason.APP_ASKS_TOO_MUCH;
			case NOT_FHIR -> ReadReason.EHR_ANSWERED_NO_FHIR;
			case TOO_LARGE -> ReadReason.EHR_ANSWER_TOO_LARGE;
			case FOREIGN_LOCATION -> ReadReason.EHR_CONTINUED_ELSEWHERE;
			case LAUNCH_ENDED -> ReadReason.EHR_CHANGED_PATIENT;
		};
	}

}
