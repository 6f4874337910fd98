package org.twitchingreference.http;

import java.time.Duration;
import java.util.Set;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a GET is repeated for which an EHR was too busy (429, 503).
 *
 * @param most how often, if the EHR says when; once if it does not
 * @param pause how long to wait where the EHR does not say
 * @param longestPause the longest wait that an EHR may ask for; if it asks for more, the
 * request has failed
 * @param never issue codes that forbid it, such as those of a chart behind
 * break-the-glass
 */
public record RetryProperties(@DefaultValue("2") int most, @DefaultValue("500ms") Duration pause,
		@DefaultValue("10s") Duration longestPause, @DefaultValue Set<String> never) {

	public RetryProperties {
		if (most < 0) {
			throw new IllegalArgumentException("Set twitching.fhir.retry.most to zero or more");
		}
		if (pause.isNegative() || longestPause.isNegative()) {
			throw new IllegalArgumentException("Set twitching.fhir.retry.pause and .longest-pause to zero or more");
		}
		never = Set.copyOf(never);
	}

}
