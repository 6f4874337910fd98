package org.twitchingreference.http;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.http.HttpHeaders;

/**
 * The Retry-After header: a number of seconds, or a date. A date is compared with the
 * server's own Date header if there is one, because its clock may be wrong (RFC 9110,
 * section 10.2.3).
 */
final class RetryAfter {

	private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

	private RetryAfter() {
	}

	/**
	 * How long the server asks to wait; empty when the header is missing or malformed.
	 */
	static Optional<Duration> in(HttpHeaders headers, Clock clock) {
		String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
		if (value == null) {
			return Optional.empty();
		}
		if (SECONDS.matcher(value.strip()).matches()) {
			return Optional.of(Duration.ofSeconds(Long.parseLong(value.strip())));
		}
		try {
			long now = (headers.getDate() < 0) ? clock.millis() : headers.getDate();
			return Optional.of(headers.getFirstDate(HttpHeaders.RETRY_AFTER))
				.filter((then) -> then >= 0)
				.map((then) -> Duration.ofMillis(Math.max(0, then - now)));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
