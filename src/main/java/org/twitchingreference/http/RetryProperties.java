package org.twitchingreference.http;

import java.time.Duration;
import java.util.Set;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a GET is sent again that an EHR was too busy for (429, 503).
 *
 * @param most how often, where the EHR says when; once where it does not
 * @param pause how long to wait where the EHR does not say
 * @param longestPause the longest wait that an EHR may ask for; with a longer one the
 * request has failed
 * @param never issue codes that forbid it, as those of a chart that is closed until the
 * glass is broken
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
