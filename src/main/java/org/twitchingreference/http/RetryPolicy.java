package org.twitchingreference.http;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;

/**
 * Decides after each answer to a GET whether and when the GET is sent again: only when
 * the EHR is too busy (429 or 503), as often as configured, and only if the wait ends
 * before the deadline. A connection that breaks before any answer is not handled here:
 * the HTTP client itself then sends the GET once more.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, section
 * 10.2.3, Retry-After</a>
 */
final class RetryPolicy {

	private final RetryProperties rules;

	private final Deadline deadline;

	private int refusals;

	RetryPolicy(RetryProperties rules, Deadline deadline) {
		this.rules = rules;
		this.deadline = deadline;
	}

	/** How long to wait before the request is sent again; empty when it is not. */
	Optional<Duration> after(EhrAnswer answer) {
		return pause(answer).filter((pause) -> !this.deadline.isBefore(pause));
	}

	private Optional<Duration> pause(EhrAnswer answer) {
		return isTooBusy(answer) ? pauseAfterRefusal(answer) : Optional.empty();
	}

	private boolean isTooBusy(EhrAnswer answer) {
		return (answer.status() == 429 || answer.status() == 503)
				&& Collections.disjoint(answer.issues(), this.rules.never());
	}

	private Optional<Duration> pauseAfterRefusal(EhrAnswer answer) {
		this.refusals++;
		if (answer.retryAfter().isEmpty()) {
			return (this.refusals == 1 && this.rules.most() > 0) ? Optional.of(this.rules.pause()) : Optional.empty();
		}
		return answer.retryAfter()
			.filter((pause) -> this.refusals <= this.rules.most() && pause.compareTo(this.rules.longestPause()) <= 0);
	}

}
