package org.twitchingreference.registration;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;

import org.twitchingreference.registration.EhrAnswer.Outcome;

/**
 * Decides after each answer to one GET whether it is sent again: when the EHR is too busy
 * now, or the connection broke before any answer. Never when it refuses, and never later
 * than somebody waits for it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, section
 * 10.2.3, Retry-After</a>
 */
final class Repetition {

	private final RetryProperties rules;

	private final Deadline deadline;

	private int refusals;

	private int losses;

	Repetition(RetryProperties rules, Deadline deadline) {
		this.rules = rules;
		this.deadline = deadline;
	}

	/** How long to wait before the request is sent again; empty when it is not. */
	Optional<Duration> after(EhrAnswer answer) {
		return pause(answer).filter((pause) -> !this.deadline.isBefore(pause));
	}

	private Optional<Duration> pause(EhrAnswer answer) {
		if (answer.outcome() == Outcome.LOST) {
			this.losses++;
			return (this.losses == 1) ? Optional.of(Duration.ZERO) : Optional.empty();
		}
		return isForNow(answer) ? pauseAfterRefusal(answer) : Optional.empty();
	}

	private boolean isForNow(EhrAnswer answer) {
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
