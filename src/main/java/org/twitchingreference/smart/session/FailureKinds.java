package org.twitchingreference.smart.session;

import org.twitchingreference.fhir.FhirReply.Failure.Kind;
import org.twitchingreference.http.ConnectionFault;
import org.twitchingreference.http.EhrAnswer;
import org.twitchingreference.http.EhrRequestLimiter;

/** Maps an answer that holds no FHIR resource to the kind of failure it is. */
final class FailureKinds {

	private FailureKinds() {
	}

	/**
	 * The limiter knows the configured issue codes that say more than the HTTP status
	 * does.
	 */
	static Kind of(EhrAnswer answer, EhrRequestLimiter http) {
		return switch (answer.outcome()) {
			case JSON, EMPTY, NOT_JSON -> Kind.NOT_FHIR;
			case REFUSED -> refused(answer, http);
			case TOO_LARGE -> Kind.TOO_LARGE;
			case TIMED_OUT -> Kind.TIMED_OUT;
			case UNREACHABLE, REFUSED_ADDRESS ->
				answer.fault().filter(ConnectionFault::isTls).isPresent() ? Kind.NOT_SECURE : Kind.UNREACHABLE;
			case TOO_BUSY -> Kind.TOO_BUSY;
		};
	}

	private static Kind refused(EhrAnswer answer, EhrRequestLimiter http) {
		if (http.isRestricted(answer)) {
			return Kind.RESTRICTED;
		}
		return http.isExpiredPage(answer) ? Kind.PAGE_EXPIRED : ofStatus(answer.status());
	}

	private static Kind ofStatus(int status) {
		return switch (status) {
			case 401 -> Kind.UNAUTHORIZED;
			case 403 -> Kind.FORBIDDEN;
			case 404, 410 -> Kind.NOT_FOUND;
			case 429 -> Kind.TOO_MANY_REQUESTS;
			default -> (status < 500) ? Kind.REJECTED : Kind.SERVER_ERROR;
		};
	}

}
