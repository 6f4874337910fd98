package org.twitchingreference.chart;

import java.util.List;

import org.twitchingreference.clinical.ReasonCode;

/**
 * Why a part of a chart, or one query of it, was not read, or not completely. The subject
 * is what was requested, a {@link Part} or a reason of {@link QueryScope}; the status is
 * that of HTTP, 0 where there was no answer.
 */
public enum ReadReason implements ReasonCode {

	/** The part was never requested. */
	NEVER_ASKED_FOR(),
	/** The part is still being read. */
	STILL_BEING_ASKED("part"),
	/** Some of it was received before it ended for another reason. */
	ONLY_SOME_READ("why"),
	/** Several queries ended for different reasons. */
	TWO_REASONS("first", "second"), THREE_REASONS("first", "second", "third"),

	/** The launch may not read the resource type, or not all of it. */
	NOT_ASKED_FOR("subject", "type"), NOT_GRANTED("subject", "type"), PARTLY_GRANTED("subject", "type"),
	/** The server has no resources of the type. */
	NOT_OFFERED("subject", "type"),

	/** 401. */
	EHR_ENDED_ACCESS("subject", "status"),
	/** 403. */
	EHR_REFUSED("subject", "status", "type"),
	/** Break the glass: refused until the user has given a reason in the EHR. */
	EHR_ASKS_FOR_A_REASON("subject"),
	/** 404 and 410, for a first and for a later page. */
	EHR_FOUND_NOTHING("subject", "status"), EHR_FORGOT_SEARCH("subject", "status"),
	/** 429. */
	EHR_TOO_BUSY("subject", "status"),
	/** Any other 4xx. */
	EHR_DID_NOT_ACCEPT_QUERY("subject", "status"),
	/** 5xx. */
	EHR_FAILED("subject", "status"),
	/** No answer in time, or no connection. */
	EHR_NOT_IN_TIME("subject", "status"), EHR_NOT_REACHED("subject", "status"),
	/** No connection that is safe (TLS); trying again does not help. */
	EHR_CONNECTION_NOT_SECURE("subject", "status"),
	/** An unusable answer. */
	EHR_ANSWERED_NO_FHIR("subject", "status"), EHR_ANSWER_TOO_LARGE("subject", "status"),
	/** A next page that is not at the server's own address. */
	EHR_CONTINUED_ELSEWHERE("subject", "status"),
	/** Renewed access was for another patient. */
	EHR_CHANGED_PATIENT("subject", "status"),

	/**
	 * Next links that lead back to a page already read, or more pages than the dialect
	 * allows.
	 */
	PAGES_LEAD_BACK("subject"), TOO_MANY_PAGES("subject"),
	/** No memory was left for it (twitching.chart.size, or what all charts may hold). */
	TOO_MUCH_TO_HOLD("subject"),
	/**
	 * This app asked the EHR for too much at once, is reading too many charts, or failed.
	 */
	APP_ASKS_TOO_MUCH("subject", "status"), APP_TOO_BUSY("subject"), APP_FAILED("subject"),
	/** The query has not ended. */
	NOT_FINISHED("subject"),

	/** The server itself says that its answer is or may be incomplete. */
	EHR_WARNED(), EHR_ANNOUNCED_MORE(),
	/** There are entries, and none under a code that the knowledge knows. */
	NONE_UNDER_KNOWN_CODE("part"),
	/** What was received belongs to another patient. */
	NOT_THIS_PATIENTS_RECORD(), ENTRIES_OF_ANOTHER_PATIENT(),
	/** Everything was read and not everything understood. */
	ENTRIES_NOT_UNDERSTOOD("count"),
	/** The chart itself says that nothing is known of the part, or withholds it. */
	NOTHING_KNOWN("part"),
	/** The file has a next link: it is one page of several. */
	ONE_PAGE_OF_SEVERAL("part");

	@SuppressWarnings("ImmutableEnumChecker")
	private final List<String> parameters;

	ReadReason(String... parameters) {
		this.parameters = List.of(parameters);
	}

	@Override
	public List<String> parameters() {
		return this.parameters;
	}

}
